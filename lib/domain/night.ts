import { addDays, instantOf, isZone, wallTimeOf, weekdayOf } from "./wall-time";

const NIGHT_FROM = "21:00";
const NIGHT_TO = "07:00";
/** When a working day begins where nothing else is known of it. */
export const MORNING = "08:00";

/**
 * What is told before something is sent at once into somebody's night (21:00 to 07:00 on the zone's clocks): the next working
 * day's eight o'clock, which is offered instead. Null by day. Nothing is held back for it.
 */
export function nightAt(now: Date, zone: string): { morning: Date } | null {
  if (!isZone(zone)) return null;
  const { date, time } = wallTimeOf(now, zone);
  if (time >= NIGHT_TO && time < NIGHT_FROM) return null;
  let day = time < NIGHT_TO ? date : addDays(date, 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  const found = instantOf({ date: day, time: MORNING }, zone);
  return found && { morning: found.instant };
}
