import { addDays, instantOf, weekdayOf } from "../wall-time";
import { lastAtOrBefore } from "./working-clock";

/** Days of a zone (YYYY-MM-DD) with the instants (ms since 1970) at which they begin, and the end of the last. */
export type DaySpan = { days: string[]; starts: number[]; end: number };

/** The days that are looked at, and as many before them to compare with. */
export type InsightSpan = { zone: string; now: DaySpan; before: DaySpan };

/** More than two years are not looked at. */
export const MOST_DAYS = 731;

/** Whether there are figures of a day. */
export const isInsightDay = (day: string): boolean => day >= "1970-01-01" && day < "2200-01-01";

/** Whether figures of the days from one to another can be asked for. */
export function isInsightSpan({ from, to }: { from: string; to: string }): boolean {
  const days = daysBetween(from, to) + 1;
  return isInsightDay(from) && isInsightDay(to) && days >= 1 && days <= MOST_DAYS;
}

/** The span from one day to another, both included, on a zone's clocks. */
export function insightSpan({ from, to }: { from: string; to: string }, zone: string): InsightSpan {
  const count = daysBetween(from, to) + 1;
  return { zone, now: daySpan(from, count, zone), before: daySpan(addDays(from, -count), count, zone) };
}

/** How many days a day lies after another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

function daySpan(first: string, count: number, zone: string): DaySpan {
  const days = Array.from({ length: count }, (_, index) => addDays(first, index));
  const startOf = (date: string) => instantOf({ date, time: "00:00" }, zone)!.instant.getTime();
  return { days, starts: days.map(startOf), end: startOf(addDays(first, count)) };
}

/** On which day of the span an instant lies. */
export const dayAt = ({ days, starts }: DaySpan, at: number): string => days[lastAtOrBefore(starts, at)]!;

/** When the day of the span ends on which an instant lies. */
export const endOfDayAt = ({ starts, end }: DaySpan, at: number): number =>
  starts[lastAtOrBefore(starts, at) + 1] ?? end;

/** A part of a span from a Monday, or its first day, to a Sunday, or its last. `day` names it. */
export type Week = { day: string; start: number; end: number };

/** The weeks of a span; the first and the last may be cut. */
export function weeksOf({ days, starts, end }: DaySpan): Week[] {
  const firsts = days.flatMap((day, index) => (index === 0 || weekdayOf(day) === 1 ? [index] : []));
  return firsts.map((index, nth) => {
    const next = firsts[nth + 1];
    return { day: days[index]!, start: starts[index]!, end: next === undefined ? end : starts[next]! };
  });
}
