/**
 * One thing that a figure counts: in which thread and when (ms since 1970) it happened, and how long it took where a time is taken.
 * `keys` names every figure that it counts in, so that the threads behind a figure are the cases that bear its key.
 */
export type InsightCase = { threadId: number; at: number; tookMs: number | null; keys: string[] };

/** What has no campaign, owner or category. */
export const NONE_KEY = "none";
export const ALL_KEY = "all";

/** The keys of one group: all that is counted in it and, where it holds, the part of it that is `special`. */
export function keysOfGroup(group: string, special: string, isSpecial: boolean): string[] {
  return isSpecial ? [group, `${group}:${special}`] : [group];
}

/** How many cases bear each key. */
export function countByKey(cases: InsightCase[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { keys } of cases) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The times that the cases of each key took, in ms. */
export function timesByKey(cases: InsightCase[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { keys, tookMs } of cases) {
    if (tookMs === null) continue;
    for (const key of keys) {
      const known = times.get(key);
      if (known) known.push(tookMs);
      else times.set(key, [tookMs]);
    }
  }
  return times;
}
