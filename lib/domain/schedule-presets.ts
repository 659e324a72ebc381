import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

export type SchedulePreset = { key: "inOneHour" | "tomorrow" | "monday"; instant: Date };

const MORNING = "09:00";

/**
 * The times offered beside Send: in one hour, and nine o'clock of the zone's tomorrow and next Monday.
 * Before a Monday, "Monday" is the one a week later, so that no time is offered twice.
 */
export function schedulePresets(now: Date, zone: string): SchedulePreset[] {
  const today = wallTimeOf(now, zone).date;
  const tomorrow = addDays(today, 1);
  const monday = addDays(tomorrow, 8 - weekdayOf(tomorrow));
  return [
    { key: "inOneHour", instant: new Date(Math.ceil((now.getTime() + 3_600_000) / 60_000) * 60_000) },
    { key: "tomorrow", instant: morningOf(tomorrow, zone) },
    { key: "monday", instant: morningOf(monday, zone) },
  ];
}

const morningOf = (date: string, zone: string) => instantOf({ date, time: MORNING }, zone)?.instant ?? new Date(NaN);
