import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

export type SchedulePreset = {
  key: "inTwoHours" | "tomorrow" | "threeBusinessDays" | "monday" | "inAWeek";
  instant: Date;
};

const MORNING = "09:00";

/**
 * The times offered beside Send: in two hours, and nine o'clock of the zone's tomorrow, third working day, next Monday and
 * the same day next week. None is offered twice.
 */
export function schedulePresets(now: Date, zone: string, isFree: FreeDay = isWeekend): SchedulePreset[] {
  const today = wallTimeOf(now, zone).date;
  const tomorrow = addDays(today, 1);
  const offered: SchedulePreset[] = [
    { key: "inTwoHours", instant: new Date(Math.ceil((now.getTime() + 2 * 3_600_000) / 60_000) * 60_000) },
    { key: "tomorrow", instant: morningOf(tomorrow, zone) },
    { key: "threeBusinessDays", instant: morningOf(businessDayAfter(today, 3, isFree), zone) },
    { key: "monday", instant: morningOf(addDays(tomorrow, 8 - weekdayOf(tomorrow)), zone) },
    { key: "inAWeek", instant: morningOf(addDays(today, 7), zone) },
  ];
  const times = offered.map(({ instant }) => instant.getTime());
  return offered.filter((_, at) => times.indexOf(times[at]!) === at);
}

/** Whether nobody works on a day ("2026-11-11"). */
export type FreeDay = (date: string) => boolean;

export const isWeekend: FreeDay = (date) => weekdayOf(date) > 5;

/** The `days`th working day after a day: Monday to Friday, unless other days are free (where all are, none is skipped for long). */
export function businessDayAfter(day: string, days: number, isFree: FreeDay = isWeekend): string {
  let date = day;
  for (let left = days; left > 0; left--) {
    date = addDays(date, 1);
    for (let skipped = 0; isFree(date) && skipped < MOST_FREE; skipped++) date = addDays(date, 1);
  }
  return date;
}

/** No country rests longer. */
const MOST_FREE = 30;

const morningOf = (date: string, zone: string) => instantOf({ date, time: MORNING }, zone)?.instant ?? new Date(NaN);
