import { tzOffset } from "@date-fns/tz";

/** A day and a time as a clock on a wall shows them: `2026-11-19`, `09:10`. */
export type WallTime = { date: string; time: string };

/**
 * What a clock change did to a chosen wall time: `skipped` names a time that does not exist that day and was
 * moved forward by the gap, `repeated` one that happens twice, of which the first is taken.
 */
export type ClockChange = "none" | "skipped" | "repeated";

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The instant at which a zone's clocks show a wall time.
 * @returns null when date, time or zone cannot be read; `change` says what daylight saving did to the choice
 */
export function instantOf({ date, time }: WallTime, zone: string): { instant: Date; change: ClockChange } | null {
  const local = localMillis(date, time);
  if (local === null || !isZone(zone)) return null;
  const offsets = [offsetAt(zone, local - DAY), offsetAt(zone, local + DAY)];
  const candidates = [...new Set(offsets.map((offset) => local - offset * MINUTE))]
    .filter((millis) => millis + offsetAt(zone, millis) * MINUTE === local)
    .toSorted((a, b) => a - b);
  const [first, second] = candidates;
  if (first === undefined) return { instant: new Date(local - offsets[0]! * MINUTE), change: "skipped" };
  return { instant: new Date(first), change: second === undefined ? "none" : "repeated" };
}

/** What a zone's clocks show at an instant, to the minute. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const millis = instant.getTime();
  const [date = "", clock = ""] = new Date(millis + offsetAt(zone, millis) * MINUTE).toISOString().split("T");
  return { date, time: clock.slice(0, 5) };
}

/** The same wall clock some days later; months and years roll over. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Whether a calendar has this day (YYYY-MM-DD); there is no year 0. */
export const isDay = (date: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) &&
  !date.startsWith("0000") &&
  (new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) ?? false);

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** Whether the runtime knows a zone of this name. */
export function isZone(zone: string): boolean {
  return zone !== "" && Number.isFinite(tzOffset(zone, new Date(0)));
}

/** Whether a zone is an offset from UTC ("+03:00") and names no place. */
export const isOffsetZone = (zone: string): boolean => /^[+-]\d\d:\d\d$/.test(zone);

/** The place that a zone is named after: `America/Argentina/Buenos_Aires` is "Buenos Aires", and "+03:00" only "UTC+03:00". */
export const placeOf = (zone: string): string =>
  isOffsetZone(zone) ? `UTC${zone}` : (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Whether two zones show the same time at an instant. */
export const sameClock = (a: string, b: string, instant: Date): boolean =>
  offsetAt(a, instant.getTime()) === offsetAt(b, instant.getTime());

/** How far a zone's clocks are ahead of UTC at an instant, in minutes. */
export const zoneAhead = (zone: string, instant: Date): number => tzOffset(zone, instant);

const offsetAt = (zone: string, millis: number) => tzOffset(zone, new Date(millis));

function localMillis(date: string, time: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
  const millis = Date.parse(`${date}T${time}:00Z`);
  // Date.parse rolls 31 June over to July: such a day was not meant.
  return Number.isNaN(millis) || new Date(millis).toISOString().slice(0, 10) !== date ? null : millis;
}
