import { isWeekend, type FreeDay } from "./schedule-presets";
import { addDays, instantOf, wallTimeOf } from "./wall-time";

/** The hours that count as working ones where nothing else is known. */
export const WORK = { from: "08:00", to: "18:00" };
const SHOWN = { from: 6, to: 20 };
const WHOLE = { from: 0, to: 24 };

/** A part of an axis: 0 is its beginning, 1 its end. */
export type Span = { from: number; to: number };

/** The hours of one day that a picker draws, on one zone's clocks, and where something lies on them. */
export type DayAxis = { start: Date; end: Date; hours: { hour: number; at: number }[] };

/** The axis of the day on which `instant` falls in a zone: 6 to 20 o'clock, the whole day when it lies outside. */
export function dayAxis(instant: Date, zone: string): DayAxis {
  const { date, time } = wallTimeOf(instant, zone);
  const hour = Number(time.slice(0, 2));
  const { from, to } = hour >= SHOWN.from && hour < SHOWN.to ? SHOWN : WHOLE;
  const start = hourOf(date, from, zone);
  const end = hourOf(date, to, zone);
  const every = to - from > 14 ? 4 : 2;
  const marks = Array.from({ length: (to - from) / every + 1 }, (_, index) => from + index * every);
  return {
    start,
    end,
    hours: marks.map((mark) => ({ hour: mark, at: placeOn({ start, end }, hourOf(date, mark, zone)) })),
  };
}

/** Where an instant lies between an axis's ends. */
export function placeOn({ start, end }: Pick<DayAxis, "start" | "end">, instant: Date): number {
  return (instant.getTime() - start.getTime()) / (end.getTime() - start.getTime());
}

/**
 * The parts of an axis that are working hours on a zone's clocks, which may be another's than the axis's: 8 to 18 o'clock of days on
 * which people work.
 */
export function workingSpans(axis: Pick<DayAxis, "start" | "end">, zone: string, isFree: FreeDay = isWeekend): Span[] {
  const first = wallTimeOf(axis.start, zone).date;
  // An axis of a day touches at most three of another zone.
  return [0, 1, 2].flatMap((days) => {
    const date = addDays(first, days);
    const begin = instantOf({ date, time: WORK.from }, zone);
    const finish = instantOf({ date, time: WORK.to }, zone);
    if (!begin || !finish || isFree(date)) return [];
    const from = Math.max(0, placeOn(axis, begin.instant));
    const to = Math.min(1, placeOn(axis, finish.instant));
    return from < to ? [{ from, to }] : [];
  });
}

const hourOf = (date: string, hour: number, zone: string): Date => {
  const day = hour === 24 ? addDays(date, 1) : date;
  const time = `${String(hour % 24).padStart(2, "0")}:00`;
  return instantOf({ date: day, time }, zone)?.instant ?? new Date(NaN);
};
