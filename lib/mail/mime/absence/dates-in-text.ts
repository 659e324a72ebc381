import { addDays } from "@/lib/domain/wall-time";
import { MONTHS, WEEKDAYS } from "./calendar-names";
import { numericDay, type NumericOrder } from "./numeric-day";

/** A day that a text names: where its words begin and end, and which day it is ("2026-11-30"). */
export type FoundDay = { start: number; end: number; date: string };

/**
 * The days that a text in lower case names, in its order, as seen from the day on which it was written: with a month's name,
 * in figures, or as a weekday alone (then the next such one). A day without a year is the one that is nearest, ahead of `today`
 * rather than behind it; one that lies well behind is of the next year.
 */
export function datesInText(text: string, today: string, order: NumericOrder): FoundDay[] {
  const named = [
    ...found(text, DAY_MONTH, ([, day, month, year]) => dayOf(day, MONTHS.get(month!), year, today)),
    ...found(text, MONTH_DAY, ([, month, day, year]) => dayOf(day, MONTHS.get(month!), year, today)),
    ...found(text, EAST_ASIAN, ([, year, month, day]) => dayOf(day, Number(month), year, today)),
    ...found(text, ISO, ([, year, month, day]) => dayOf(day, Number(month), year, today)),
    ...found(text, FIGURES, (match) => {
      const figures = numericDay(match, order);
      return figures && dayOf(String(figures.day), figures.month, figures.year, today);
    }),
  ];
  const explicit = withoutOverlaps(named);
  const weekdays = found(text, WEEKDAY, ([, name]) => nextWeekday(WEEKDAYS.get(name!)!, today)).filter(
    ({ start, end }) => !explicit.some((each) => isBeside(each, { start, end }, text)),
  );
  return [...explicit, ...weekdays].toSorted((a, b) => a.start - b.start);
}

/** "Monday, 30 November" is one day: the weekday beside it says nothing of its own. */
const isBeside = (day: FoundDay, weekday: { start: number; end: number }, text: string): boolean =>
  day.start >= weekday.end
    ? /^[\s,.(]*(?:the |den |dem |der |le |el |il |dia |día |de )?$/u.test(text.slice(weekday.end, day.start))
    : day.end <= weekday.start && /^[\s,.(（]*$/u.test(text.slice(day.end, weekday.start));

const names = (list: Iterable<string>): string => [...list].toSorted((a, b) => b.length - a.length).join("|");
const MONTH = names(MONTHS.keys());
const YEAR = "(?:,?\\s{0,2}(?:de\\s|del\\s)?'?(\\d{4})(?!\\d|[:.]\\d))?";
const DAY_MONTH = new RegExp(
  `(?<![\\p{L}\\d.:/])(\\d{1,2})(?:st|nd|rd|th|er|re|º|°|\\.|:a|:e|-[aej]o?)?(?:\\s{1,2}(?:of|de|di|d['’]))?[\\s-]{0,2}(${MONTH})(?!\\p{L})\\.?${YEAR}`,
  "gu",
);
const MONTH_DAY = new RegExp(
  `(?<!\\p{L}|\\d[.\\s]{1,2})(${MONTH})\\.?\\s{1,2}(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|\\.\\d)${YEAR}`,
  "gu",
);
const EAST_ASIAN = /(?:(\d{4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]/gu;
const ISO = /(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu;
const FIGURES = new RegExp(
  `(?<![\\d/:+]|\\d\\.|(?<!\\d[/.]\\d{1,2})\\d-)(\\d{1,2})([./-])\\s?(\\d{1,2})(?:\\2\\s?(\\d{4}|\\d{2})(?!\\d)|(?!\\d))(?!\\.?\\s{0,2}(?:${MONTH})(?!\\p{L}))`,
  "gu",
);
const WEEKDAY = new RegExp(`(?<!\\p{L})(${names(WEEKDAYS.keys())})(?:-feira)?(?!\\p{L})`, "gu");

function found(text: string, pattern: RegExp, read: (match: RegExpExecArray) => string | null): FoundDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const date = read(match);
    return date ? [{ start: match.index, end: match.index + match[0].length, date }] : [];
  });
}

function withoutOverlaps(days: FoundDay[]): FoundDay[] {
  const kept: FoundDay[] = [];
  for (const day of days.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (day.start >= (kept.at(-1)?.end ?? 0)) kept.push(day);
  return kept;
}

/** How far behind a day without a year may lie: an absence note is left on for a while. */
const BEHIND_DAYS = 60;

function dayOf(
  day: string | undefined,
  month: number | undefined,
  year: string | undefined,
  today: string,
): string | null {
  if (!month || !day) return null;
  if (year) return realDay(year.length === 2 ? `20${year}` : year, month, Number(day));
  const thisYear = Number(today.slice(0, 4));
  const choices = [thisYear - 1, thisYear, thisYear + 1].map((each) => realDay(String(each), month, Number(day)));
  return choices.find((date) => date !== null && date >= addDays(today, -BEHIND_DAYS)) ?? null;
}

function realDay(year: string, month: number, day: number): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function nextWeekday(weekday: number, today: string): string {
  const now = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return addDays(today, ((weekday - now + 6) % 7) + 1);
}
