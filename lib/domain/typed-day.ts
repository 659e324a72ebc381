import { dateFormat } from "./date-format";
import { dayAndMonth } from "./day-order";
import { languageOf } from "./locale";
import { addDays, isDay } from "./wall-time";

/** From which day and up to which one a day may be chosen. */
export type DayBounds = { min?: string | undefined; max?: string | undefined };

/** A day (YYYY-MM-DD) as a field shows it: "28 Nov 2026", in German "28.11.2026". */
export function writeDay(day: string, locale: string): string {
  if (!isDay(day)) return "";
  const month = languageOf(locale) === "de" ? ({ day: "2-digit", month: "2-digit" } as const) : SHORT;
  return dateFormat(locale, { ...month, year: "numeric", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace("Sept", "Sep");
}

const SHORT = { day: "numeric", month: "short" } as const;

/**
 * Reads a day as people type it, in English and German alike: "28.11.", "28/11/26", "28 Nov 2026", "Nov 28", "28. November",
 * "2026-11-28", "28", "tomorrow". Days come before months, or after them where `isMonthFirst` and no dots are between, unless only
 * the other way round is a day. One without its year or month is the nearest to today that may be chosen.
 * @returns YYYY-MM-DD, whether it lies within the bounds or not; null for what is no day
 */
export function readTypedDay(
  text: string,
  { today, isMonthFirst = false, ...bounds }: DayBounds & { today: string; isMonthFirst?: boolean },
): string | null {
  const said = text.trim().toLowerCase().replace(/\s+/g, " ");
  const ahead = DAYS_AHEAD.get(said);
  if (ahead !== undefined) return addDays(today, ahead);
  const wanted = inFigures(said, isMonthFirst) ?? inWords(said, isMonthFirst);
  if (!wanted) return null;
  const { year, month, day } = wanted;
  const found = yearsFor(year, today).flatMap((each) =>
    (month === null ? MONTHS_OF_YEAR : [month]).map((of) => dayFrom(each, of, day)).filter((of) => of !== null),
  );
  return nearest(found, today, bounds);
}

const DAYS_AHEAD = new Map([
  ...["today", "heute"].map((word) => [word, 0] as const),
  ...["tomorrow", "morgen"].map((word) => [word, 1] as const),
  ...["yesterday", "gestern"].map((word) => [word, -1] as const),
  ...["day after tomorrow", "übermorgen"].map((word) => [word, 2] as const),
]);
const MONTHS_OF_YEAR = Array.from({ length: 12 }, (_, at) => at + 1);

type Wanted = { year: string | undefined; month: number | null; day: number };

function inFigures(text: string, isMonthFirst: boolean): Wanted | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso) return { year: iso[1], month: Number(iso[2]), day: Number(iso[3]) };
  const alone = /^(?:the )?(\d{1,2})(?:\.|st|nd|rd|th)?$/.exec(text);
  if (alone) return { year: undefined, month: null, day: Number(alone[1]) };
  const both = /^(\d{1,2}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{2}|\d{4})?)?$/.exec(text);
  if (!both) return null;
  return { year: both[3], ...dayAndMonth(Number(both[1]), Number(both[2]), isMonthFirst && !text.includes(".")) };
}

const DAY = "(\\d{1,2})(?:\\.|st|nd|rd|th)?";
const YEAR = "(?:,? ?(\\d{4}|\\d\\d))?";
const DAY_FIRST = new RegExp(`^${DAY} ?(?:of )?(\\p{L}{3,})\\.?${YEAR}$`, "u");
const MONTH_FIRST = new RegExp(`^(\\p{L}{3,})\\.? ?${DAY}${YEAR}$`, "u");
/** A weekday in front adds nothing. */
const WEEKDAY = /^(?:(?:mo|tu|di|we|mi|th|do|fr|sa|su|so)\p{L}*\.?,? )(?=\p{L}*\.? ?\d)/u;

function inWords(said: string, isMonthFirst: boolean): Wanted | null {
  const text = MONTH_FIRST.test(said) && monthOf(MONTH_FIRST.exec(said)?.[1]) ? said : said.replace(WEEKDAY, "");
  const [, day, name, year] = DAY_FIRST.exec(text) ?? [];
  const [, otherName, otherDay, otherYear] = name ? [] : (MONTH_FIRST.exec(text) ?? []);
  const month = monthOf(name ?? otherName);
  if (month) return { year: year ?? otherYear, month, day: Number(day ?? otherDay) };
  return text === said ? null : inFigures(text, isMonthFirst);
}

const NAMES = [
  ["january", "januar", "jänner"],
  ["february", "februar"],
  ["march", "märz", "mrz", "maerz"],
  ["april"],
  ["may", "mai"],
  ["june", "juni"],
  ["july", "juli"],
  ["august"],
  ["september", "sept"],
  ["october", "oktober"],
  ["november"],
  ["december", "dezember"],
];

const monthOf = (name = ""): number =>
  name === "" ? 0 : NAMES.findIndex((names) => names.some((each) => each.startsWith(name))) + 1;

/** Of a year in two figures this century's is meant. */
function yearsFor(year: string | undefined, today: string): number[] {
  if (year) return [Number(year.length === 2 ? `20${year}` : year)];
  const now = Number(today.slice(0, 4));
  return [now - 1, now, now + 1];
}

function dayFrom(year: number, month: number, day: number): string | null {
  const [y, m, d] = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")];
  return isDay(`${y}-${m}-${d}`) ? `${y}-${m}-${d}` : null;
}

function nearest(days: string[], today: string, { min, max }: DayBounds): string | null {
  const within = days.filter((day) => (!min || day >= min) && (!max || day <= max));
  const far = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return (within.length > 0 ? within : days).toSorted((a, b) => far(a) - far(b))[0] ?? null;
}
