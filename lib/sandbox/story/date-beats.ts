import type { Beat } from "./story";
import type { Voice } from "./voice";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When each beat was written: backwards from the last one, in office hours where its writer is, never on the same
 * second as its neighbour, and always in order.
 */
export function dateBeats(beats: Beat[], lastAt: Date, { random, company }: Voice): Date[] {
  const dates: Date[] = Array.from({ length: beats.length });
  let limit = lastAt.getTime();
  for (let index = beats.length - 1; index >= 0; index--) {
    const { by, kind } = beats[index]!;
    // A machine answers at once, so it keeps the hours of whoever wrote to it.
    const isOurHour = by === "us" || kind === "automatic" || kind === "bounce";
    const zone = isOurHour ? "Europe/Paris" : company.timeZone;
    const wanted = inOfficeHours(limit, offsetOf(zone, lastAt), random.next());
    dates[index] = new Date(Math.floor(wanted / 1000) * 1000);
    const gap = Math.max(beats[index]!.gap * HOUR * (0.7 + random.next() * 0.6), 20_000);
    limit = dates[index]!.getTime() - gap;
  }
  return dates;
}

/** The nearest earlier moment of a working day. */
function inOfficeHours(time: number, offset: number, share: number): number {
  let local = time + offset;
  let hour = (((local % DAY) + DAY) % DAY) / HOUR;
  if (hour < 7.2) local -= (hour + 7 + share * 6) * HOUR;
  else if (hour > 19) local -= (hour - 18.5 + share * 3) * HOUR;
  for (let day = weekday(local); day === 0 || day === 6; day = weekday(local)) local -= DAY;
  hour = (((local % DAY) + DAY) % DAY) / HOUR;
  return local - offset - (hour > 19 ? HOUR : 0);
}

const weekday = (local: number) => new Date(local).getUTCDay();

const OFFSETS = new Map<string, number>();

/** A zone's distance from UTC in milliseconds, as it is now: precise enough for office hours. */
function offsetOf(timeZone: string, at: Date): number {
  const known = OFFSETS.get(timeZone);
  if (known !== undefined) return known;
  const name = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find((part) => part.type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? "") ?? [];
  const offset = hours ? (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * 60_000) : 0;
  OFFSETS.set(timeZone, offset);
  return offset;
}
