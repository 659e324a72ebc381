import { addDays, weekdayOf } from "@/lib/domain/wall-time";
import { datesInText, type FoundDay } from "./dates-in-text";
import { numericOrderOf } from "./numeric-day";
import {
  FROM_BEFORE,
  NEXT_WEEK,
  SPAN_BETWEEN,
  THERE_AGAIN,
  TOMORROW,
  WORDS_BEFORE,
  WORDS_BEHIND,
} from "./return-words";

/** `sentOn` is the day in the writer's own zone, `offsetMinutes` how far that is from UTC (from the Date header), null if unknown. */
type Written = { sentOn: string; offsetMinutes: number | null; isEnglish: boolean };

/**
 * The day on which an absence note says that its writer is back ("2026-12-01"), or null.
 * "Back on Friday" and "until Friday" are that Friday: notes mean by "until" more often than not the day of the return. "Through
 * Friday", "until Friday inclusive" and the end of "from Monday to Friday" are the day after, whatever day of the week that is.
 * A day that was over when the note was written is none.
 */
export function returnDateOf(text: string, { sentOn, ...writer }: Written): string | null {
  const said = text
    .slice(0, MAX_TEXT)
    .toLowerCase()
    .normalize("NFC")
    .replace(/[\s\u00a0]+/gu, " ");
  const order = numericOrderOf({ text: said, ...writer });
  const days = datesInText(said, sentOn, order);
  const told = [...days.map((day, at) => meaningOf(said, day, days[at - 1])), ...relativeDays(said, sentOn)].filter(
    (each) => each !== null,
  );
  for (const kind of ["back", "through", "until"] as const) {
    const date = told.find((each) => each.kind === kind)?.date;
    if (date === undefined) continue;
    const back = kind === "through" ? addDays(date, 1) : date;
    if (back >= sentOn) return back;
  }
  return null;
}

type Told = { kind: "back" | "until" | "through"; date: string };

const MAX_TEXT = 4_000;
/** How far before a day its word may stand: "back in the office on the morning of Monday, 30 November". */
const REACH = 60;

const before = (words: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "gu");
const behind = (words: string[]): RegExp => new RegExp(`^[\\s,)]*(?:${words.join("|")})`, "u");
const BEFORE = {
  back: before(WORDS_BEFORE.back),
  until: before(WORDS_BEFORE.until),
  through: before(WORDS_BEFORE.through),
};
const BEHIND = {
  back: behind(WORDS_BEHIND.back),
  until: behind(WORDS_BEHIND.until),
  through: behind(WORDS_BEHIND.through),
};
const SPAN = new RegExp(`^\\.?${SPAN_BETWEEN}$`, "u");
const SHORT_SPAN = new RegExp(`(?<![\\d/.:])\\d{1,2}(?:st|nd|rd|th|\\.|er)?${SPAN_BETWEEN}$`, "u");
const FROM = new RegExp(`(?<!\\p{L})${FROM_BEFORE}\\s(?:[\\p{L}.,]{1,12}\\s){0,2}$`, "u");
const AGAIN = new RegExp(`(?<!\\p{L})(?:${THERE_AGAIN})(?!\\p{L})`, "u");

/** What the words around a day make of it. */
function meaningOf(text: string, { start, end, date }: FoundDay, former: FoundDay | undefined): Told | null {
  const left = sentenceBefore(text, start);
  const right = text.slice(end, end + REACH);
  if (BEHIND.through.test(right)) return { kind: "through", date };
  const isEnd = (former && SPAN.test(text.slice(former.end, start))) || SHORT_SPAN.test(left);
  if (isEnd) return { kind: "through", date };
  const nearest = nearestWord(left);
  if (nearest) return { kind: nearest, date };
  if (BEHIND.back.test(right)) return { kind: "back", date };
  if (BEHIND.until.test(right)) return { kind: "until", date };
  const [rest = ""] = right.split(/[.!?](?:\s|$)/u);
  return FROM.test(left) && AGAIN.test(rest) ? { kind: "back", date } : null;
}

/** A point ends a sentence where a letter is before and a space behind it; those of dates and short words do not. */
function sentenceBefore(text: string, end: number): string {
  const left = text.slice(Math.max(0, end - REACH), end);
  return left.split(/(?<=\p{L}{3})[.!?]\s|[。！？]/u).at(-1) ?? left;
}

/** The word closest to the day holds; of two at one place the longer one ("bis einschließlich"). */
function nearestWord(left: string): Told["kind"] | null {
  let best: { kind: Told["kind"]; end: number; start: number } | null = null;
  for (const kind of ["through", "until", "back"] as const)
    for (const found of left.matchAll(BEFORE[kind])) {
      const [start, end] = [found.index, found.index + found[0].length];
      if (!best || end > best.end || (end === best.end && start < best.start)) best = { kind, start, end };
    }
  return best?.kind ?? null;
}

const BACK_SOON = new RegExp(
  `(?<!\\p{L})(?:${WORDS_BEFORE.back.join("|")})(?: [\\p{L}]{1,10}){0,4}? (?:(${TOMORROW})|(${NEXT_WEEK}))(?!\\p{L})|(?<!\\p{L})(?:(${TOMORROW})|(${NEXT_WEEK}))[^.。]{0,20}?(?:${THERE_AGAIN}|戻|返回|回来|복귀)`,
  "gu",
);

function relativeDays(text: string, sentOn: string): Told[] {
  return [...text.matchAll(BACK_SOON)].map(([, tomorrow, , tomorrowFirst]) => ({
    kind: "back" as const,
    date: tomorrow || tomorrowFirst ? addDays(sentOn, 1) : addDays(sentOn, 8 - weekdayOf(sentOn)),
  }));
}
