import type { StepWait } from "./follow-up";
import { businessDayAfter } from "./schedule-presets";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

/**
 * When the steps of a chain leave: the first counted from `from`, or on `startDate` ("2026-11-19") in the place of its wait, each
 * next from the one before. Days are those of the zone, whose wall time is kept over clock changes; a time that a change skips is
 * moved forward by the gap.
 */
export function stepTimes(
  waits: StepWait[],
  { from, zone, startDate }: { from: Date; zone: string; startDate?: string | undefined },
): Date[] {
  let before = from;
  return waits.map((wait, index) => {
    const at = (date: string) => instantOf({ date, time: wait.time }, zone)?.instant ?? new Date(NaN);
    if (index === 0 && startDate !== undefined) return (before = at(startDate));
    const day = dayAfter(wallTimeOf(before, zone).date, wait);
    // By hand a step may stand on the day of the one before; where that leaves too late for it, the next day is meant.
    return (before = at(day) > before ? at(day) : at(addDays(day, 1)));
  });
}

/** The day on which a step leaves that an absence has put off: that of the return, or the working day after it. */
export function dayOfReturn(returnDate: string, { unit }: StepWait): string {
  const isFree = unit === "business_days" && weekdayOf(returnDate) > 5;
  return isFree ? businessDayAfter(returnDate, 1) : returnDate;
}

/** The wait between two instants as a step's, in its former unit as far as that fits; its count is 0 on the same day. */
export function waitBetween(from: Date, to: Date, { unit, zone }: { unit: StepWait["unit"]; zone: string }): StepWait {
  const [start, end] = [wallTimeOf(from, zone), wallTimeOf(to, zone)];
  const days = Math.round((Date.parse(end.date) - Date.parse(start.date)) / DAY_MS);
  if (unit === "weeks" && days > 0 && days % 7 === 0) return { count: days / 7, unit, time: end.time };
  if (unit !== "business_days" || weekdayOf(end.date) > 5) return { count: days, unit: "days", time: end.time };
  const passed = Array.from({ length: Math.max(0, days) }, (_, index) => addDays(start.date, index + 1));
  return { count: passed.filter((day) => weekdayOf(day) <= 5).length, unit, time: end.time };
}

const DAY_MS = 86_400_000;

function dayAfter(day: string, { count, unit }: StepWait): string {
  if (unit === "business_days") return businessDayAfter(day, count);
  return addDays(day, unit === "weeks" ? count * 7 : count);
}
