import { instantOf, wallTimeOf, weekdayOf } from "@/lib/domain/wall-time";

/** Weekends on which nothing lies are narrow. */
const WEEKEND_PX = 48;
const SHOWN = { from: 6, to: 20 };
const STEP_MINUTES = 15;
/** Room for the mark of what begins with its day. */
const EDGE_PX = 9;

export type AxisDay = { date: string; left: number; width: number; isNarrow: boolean };
/** The days of a lane beside each other, in px, each from one hour to another on one zone's clocks. */
export type LaneAxis = { days: AxisDay[]; hours: { from: number; to: number }; zone: string; width: number };

/** Which days of several are drawn narrow: those of a weekend on which nothing lies. `busy` are days with something, and today. */
export const narrowDays = (dates: string[], busy: ReadonlySet<string>): string[] =>
  dates.length > 1 ? dates.filter((date) => weekdayOf(date) > 5 && !busy.has(date)) : [];

/** Of days at least so wide, how wide an axis is. */
export const leastWidth = (dates: string[], busy: ReadonlySet<string>, ofDay: number): number => {
  const narrow = narrowDays(dates, busy).length;
  return (dates.length - narrow) * ofDay + narrow * WEEKEND_PX;
};

type Lying = { times: string[]; busy: ReadonlySet<string> };

/** The axis of some days over a width; from 6 to 20 o'clock, wider when something lies outside. */
export function laneAxis(dates: string[], width: number, { times, busy }: Lying, zone: string): LaneAxis {
  const empty = narrowDays(dates, busy);
  const isNarrow = (date: string) => empty.includes(date);
  const narrow = empty.length;
  const wide = Math.max(0, width - narrow * WEEKEND_PX) / Math.max(1, dates.length - narrow);
  let left = 0;
  const days = dates.map((date) => {
    const day = { date, left, width: isNarrow(date) ? WEEKEND_PX : wide, isNarrow: isNarrow(date) };
    left += day.width;
    return day;
  });
  return { days, hours: hoursOf(times, zone), zone, width };
}

/** Where an instant lies on the axis in px; null when its day is not shown. What lies before or after the hours stands at their edge. */
export function placeOnAxis({ days, hours, zone }: LaneAxis, instant: Date): number | null {
  const { date, time } = wallTimeOf(instant, zone);
  const day = days.find((each) => each.date === date);
  return day ? day.left + day.width * partOf(time, hours) : null;
}

/** Where an item lies: one that takes whole days at the beginning of its day. */
export function placeOfItem(axis: LaneAxis, { at, isAllDay }: { at: string; isAllDay: boolean }): number | null {
  if (!isAllDay) return placeOnAxis(axis, new Date(at));
  const day = axis.days.find(({ date }) => date === at.slice(0, 10));
  return day ? day.left + EDGE_PX : null;
}

/** The instant at a place of the axis, to the quarter of an hour; in a narrow day to the hour. */
export function instantAt({ days, hours, zone }: LaneAxis, x: number): Date | null {
  const day = days.findLast(({ left }) => left <= x) ?? days[0];
  if (!day) return null;
  const part = Math.min(Math.max((x - day.left) / day.width, 0), 1);
  const step = day.isNarrow ? 60 : STEP_MINUTES;
  const first = hours.from * 60;
  const last = hours.to * 60 - step;
  const minutes = Math.min(first + Math.round((part * (hours.to - hours.from) * 60) / step) * step, last);
  return instantOf({ date: day.date, time: clockOf(minutes) }, zone)?.instant ?? null;
}

/** Where the hours of a window lie in a day, as parts of its width. */
export function partsOfDay(
  hours: LaneAxis["hours"],
  span: { start: string; end: string },
): { from: number; to: number } {
  return { from: partOf(span.start, hours), to: partOf(span.end, hours) };
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

const hourIn = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;

function partOf(time: string, { from, to }: LaneAxis["hours"]): number {
  return Math.min(Math.max((hourIn(time) - from) / (to - from), 0), 1);
}

function hoursOf(times: string[], zone: string): LaneAxis["hours"] {
  const all = times.map((at) => hourIn(wallTimeOf(new Date(at), zone).time));
  return {
    from: Math.min(SHOWN.from, ...all.map(Math.floor)),
    to: Math.max(SHOWN.to, ...all.map((hour) => Math.floor(hour) + 1)),
  };
}
