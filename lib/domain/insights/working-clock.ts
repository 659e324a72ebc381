import { addDays, instantOf, wallTimeOf, weekdayOf } from "../wall-time";

/** When a member works, by their own clock: ISO weekdays (1 is Monday) and wall times. */
export type WorkHours = { days: readonly number[]; start: string; end: string; zone: string };

/** The hours of whom no hours are known, and of what is nobody's: those that a member begins with. */
export const standardHours = (zone: string): WorkHours => ({
  days: [1, 2, 3, 4, 5],
  start: "09:00",
  end: "18:00",
  zone,
});

/** How long a day of the standard hours is: long working times are said in it, whoever's they are. */
export const WORKING_DAY_MS = 9 * 3_600_000;

/** Tells how much working time (ms) lies between the clock's beginning and an instant (ms since 1970). */
export type WorkingClock = (at: number) => number;

/**
 * A clock that runs only while somebody works: the working time between two instants is the difference of what it shows. It holds
 * between `first` and `last` (ms since 1970). Hours that the clocks skip are not worked, hours that come twice are worked twice.
 * Who never works has no time that passes.
 */
export function workingClock({ days, start, end, zone }: WorkHours, first: number, last: number): WorkingClock {
  const starts: number[] = [];
  const ends: number[] = [];
  const worked: number[] = [];
  let total = 0;
  const until = addDays(wallTimeOf(new Date(last), zone).date, 1);
  for (let date = addDays(wallTimeOf(new Date(first), zone).date, -1); date <= until; date = addDays(date, 1)) {
    if (!days.includes(weekdayOf(date))) continue;
    const from = Math.max(first, instantOf({ date, time: start }, zone)?.instant.getTime() ?? NaN);
    const to = instantOf({ date, time: end }, zone)?.instant.getTime() ?? NaN;
    if (!(from < to)) continue;
    starts.push(from);
    ends.push(to);
    worked.push(total);
    total += to - from;
  }
  return (at) => {
    const day = lastAtOrBefore(starts, at);
    return day < 0 ? 0 : worked[day]! + Math.min(at, ends[day]!) - starts[day]!;
  };
}

/** The place of the last of sorted numbers that is not beyond `value`; -1 where all are. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
