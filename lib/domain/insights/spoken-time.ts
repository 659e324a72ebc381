import { WORKING_DAY_MS } from "./working-clock";

/** A length of time as it is said: the name of its words, and what stands in them. */
export type SpokenTime =
  | { name: "underMinute" }
  | { name: "minutes"; minutes: number }
  | { name: "hours"; hours: number; minutes: number }
  | { name: "days"; days: number; hours: number }
  | { name: "workingDays"; days: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A time by the clock on the wall, in ms: a day of it has 24 hours. */
export function spokenWallTime(ms: number): SpokenTime {
  const short = spokenWithinDay(ms);
  if (short) return short;
  const hours = Math.round(ms / HOUR);
  return { name: "days", days: Math.floor(hours / 24), hours: hours % 24 };
}

/** A working time, in ms. Days of 24 working hours are nobody's: from so many on it is said in working days, to a tenth below ten. */
export function spokenWorkingTime(ms: number): SpokenTime {
  const short = spokenWithinDay(ms);
  if (short) return short;
  const days = ms / WORKING_DAY_MS;
  return { name: "workingDays", days: days < 10 ? Math.round(days * 10) / 10 : Math.round(days) };
}

function spokenWithinDay(ms: number): SpokenTime | null {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return { name: "underMinute" };
  if (minutes < 60) return { name: "minutes", minutes };
  if (minutes * MINUTE >= DAY) return null;
  return { name: "hours", hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}
