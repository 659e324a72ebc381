import { addDays, instantOf, weekdayOf } from "@/lib/domain/wall-time";
import type { ScheduleView } from "@/lib/url/schedule-address";

const AGENDA_DAYS = 28;

/** The days ("2026-11-16") that a view shows around a date: a week and a month in whole weeks from Monday. */
export function daysOfView(view: ScheduleView, date: string): string[] {
  if (view === "day") return [date];
  if (view === "agenda") return daysFrom(date, AGENDA_DAYS);
  if (view === "week") return daysFrom(mondayOf(date), 7);
  const first = mondayOf(`${date.slice(0, 7)}-01`);
  const last = mondayOf(addDays(nextMonth(date), -1));
  return daysFrom(first, (Date.parse(last) - Date.parse(first)) / 86_400_000 + 7);
}

/** The date to show for the next step of a view, or the one before. */
export function stepped(view: ScheduleView, date: string, by: 1 | -1): string {
  if (view === "month") return by === 1 ? nextMonth(date) : `${addDays(`${date.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  return addDays(date, by * { day: 1, week: 7, agenda: AGENDA_DAYS }[view]);
}

/** The instants (ISO 8601 in UTC) between which the days of a zone lie, the end left out. */
export function spanOfDays(days: string[], zone: string): { from: string; to: string } {
  const midnight = (date: string) =>
    instantOf({ date, time: "00:00" }, zone)?.instant.toISOString() ?? `${date}T00:00:00.000Z`;
  return { from: midnight(days[0]!), to: midnight(addDays(days.at(-1)!, 1)) };
}

/** The week of the year that a day lies in (ISO 8601: the first is the one with the year's first Thursday). */
export function weekOf(date: string): number {
  const thursday = addDays(date, 4 - weekdayOf(date));
  return Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / (7 * 86_400_000)) + 1;
}

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, day) => addDays(first, day));

const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

/** The first day of the month after. */
const nextMonth = (date: string): string => `${addDays(`${date.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
