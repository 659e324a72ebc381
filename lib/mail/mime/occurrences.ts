import ICAL from "ical.js";
import { addDays, instantOf, wallTimeOf } from "@/lib/domain/wall-time";

type Series = {
  /** ISO 8601 in UTC; of whole days their midnight. */
  start: string;
  end: string | null;
  isAllDay: boolean;
  /** IANA; the clock that it keeps to. */
  zone: string | null;
  /** RRULE (RFC 5545 §3.3.10), null for what takes place once. */
  repeats: string | null;
  /** Starts (ISO 8601 in UTC) at which it does not take place. */
  without: readonly string[];
};

/**
 * When a meeting takes place in a span of time. A series keeps to its own zone's clock, so that it stays at nine when clocks change.
 * Of a series whose rule may take long to compute only the first is known, and of one with no end of dates in the span not all.
 */
export function occurrencesOf(
  series: Series,
  { from, to }: { from: Date; to: Date },
): { start: Date; end: Date | null }[] {
  const first = new Date(series.start);
  const lasts = series.end === null ? null : Date.parse(series.end) - first.getTime();
  const without = new Set(series.without.map((each) => Date.parse(each)));
  return startsOf(series, first, to)
    .filter((start) => start >= from && start < to && !without.has(start.getTime()))
    .slice(0, MOST)
    .map((start) => ({ start, end: lasts === null ? null : new Date(start.getTime() + lasts) }));
}

const MOST = 200;
const MAX_STEPS = 3_000;
const WEEKDAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
const NTH_DAY = `(?:[+-]?[1-5])?${WEEKDAY}`;
/** A day that each month has. */
const DATE = "(?:-1|[1-9]|1\\d|2[0-8])";
const PLAIN = "INTERVAL=[1-9]\\d?|COUNT=\\d{1,4}|UNTIL=\\w{8,16}|WKST=\\w\\w";
const listOf = (name: string, one: string) => `${name}=${one}(?:,${one}){0,6}`;
const rule = (start: string, ...parts: string[]) => `${start}(?:;(?:${[PLAIN, ...parts].join("|")}))*`;
/**
 * Rules whose next date is never far. Other days of months, and days of the week in a daily rule, can be looked for until the end of
 * time: such a rule would hold the process for ever.
 */
const QUICK_RULES = [
  rule("FREQ=DAILY"),
  rule("FREQ=WEEKLY", listOf("BYDAY", WEEKDAY)),
  rule("FREQ=(?:MONTHLY|YEARLY)", listOf("BYDAY", NTH_DAY)),
  rule("FREQ=MONTHLY", listOf("BYMONTHDAY", DATE)),
  rule("(?=.*;BYDAY=)FREQ=MONTHLY", listOf("BYDAY", WEEKDAY), "BYSETPOS=(?:-1|[1-4])"),
  rule("(?=.*;BYMONTHDAY=)FREQ=YEARLY", "BYMONTH=(?:[1-9]|1[0-2])", `BYMONTHDAY=${DATE}`),
];
const QUICK_RULE = new RegExp(`^(?:${QUICK_RULES.join("|")})$`, "iu");

function startsOf({ isAllDay, zone, repeats }: Series, first: Date, to: Date): Date[] {
  if (repeats === null || !QUICK_RULE.test(repeats)) return [first];
  const clock = isAllDay || zone === null ? "UTC" : zone;
  const { date, time } = wallTimeOf(first, clock);
  const recurrence = ICAL.Recur.fromString(repeats);
  const until = recurrence.until ? lastOf(recurrence.until, clock) : to;
  // It is compared below as an instant: here it would be by the clocks of two zones.
  recurrence.until = null;
  const dates = recurrence.iterator(ICAL.Time.fromDateTimeString(`${date}T${time}:00`));
  const starts: Date[] = [];
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const next = dates.next() as ICAL.Time | null;
    const at = next && instantOf({ date: next.toString().slice(0, 10), time }, clock);
    if (!at || at.instant > until || at.instant >= to) break;
    starts.push(at.instant);
  }
  return starts;
}

/** UNTIL names an instant, a time on the meeting's clock, or a day, which belongs to the series whole. */
function lastOf(until: ICAL.Time, clock: string): Date {
  const [date = "", time = "23:59"] = until.toString().slice(0, 16).split("T");
  if (until.zone === ICAL.Timezone.utcTimezone && !until.isDate) return until.toJSDate();
  return instantOf({ date, time }, clock)?.instant ?? new Date(`${addDays(date, 1)}T00:00:00Z`);
}
