import type { SendingWindow } from "./sending-window";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

/** The first instant from `at` on at which a window is open on a zone's clocks; `at` itself where it never opens. */
export function intoWindow(at: Date, { days, start, end }: SendingWindow, zone: string): Date {
  let { date } = wallTimeOf(at, zone);
  for (let ahead = 0; ahead <= 7; ahead++, date = addDays(date, 1)) {
    if (!days.includes(weekdayOf(date))) continue;
    const opens = instantOf({ date, time: start }, zone)?.instant;
    const closes = instantOf({ date, time: end }, zone)?.instant;
    if (!opens || !closes || at >= closes) continue;
    return at < opens ? opens : at;
  }
  return at;
}
