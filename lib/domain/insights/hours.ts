import { isZone, zoneAhead } from "../wall-time";
import { type InsightCase, keysOfGroup } from "./insight-case";
import { POSITIVE_KEY } from "./replies";

/**
 * When leads answer: each thread once in every hour of the week in which its lead wrote, on the lead's own clock (by the zone of
 * their record, else by what the message says of its writer's clock; UTC there is a server's and says nothing). What is automatic
 * and what no clock is known of is left out.
 */
export type Written = {
  threadId: number;
  at: number;
  zone: string | null;
  /** Minutes ahead of UTC, as the message says. */
  ahead: number | null;
  isPositive: boolean;
};

/** 1 is Monday. */
export const hourKey = (weekday: number, hour: number): string => `${weekday}-${hour}`;

/** One case a thread and hour of the week, at its first message in that hour. */
export function hourCases(written: Written[]): InsightCase[] {
  const aheadAt = aheadByQuarter();
  const cases = new Map<string, InsightCase>();
  for (const { threadId, at, zone, ahead, isPositive } of written) {
    const minutes = aheadAt(zone, at) ?? (ahead || null);
    if (minutes === null) continue;
    const wall = new Date(at + minutes * 60_000);
    const key = hourKey(wall.getUTCDay() || 7, wall.getUTCHours());
    const known = cases.get(`${threadId} ${key}`);
    if (!known)
      cases.set(`${threadId} ${key}`, { threadId, at, tookMs: null, keys: keysOfGroup(key, POSITIVE_KEY, isPositive) });
    else if (at < known.at) known.at = at;
  }
  return [...cases.values()];
}

const QUARTER = 900_000;

/** Zones change their clocks at quarters of an hour at most: what was asked once is remembered. */
function aheadByQuarter(): (zone: string | null, at: number) => number | null {
  const zones = new Map<string, Map<number, number> | null>();
  return (zone, at) => {
    if (!zone) return null;
    if (!zones.has(zone)) zones.set(zone, isZone(zone) ? new Map<number, number>() : null);
    const known = zones.get(zone);
    if (!known) return null;
    const quarter = Math.floor(at / QUARTER);
    const ahead = known.get(quarter) ?? zoneAhead(zone, new Date(at));
    known.set(quarter, ahead);
    return ahead;
  };
}
