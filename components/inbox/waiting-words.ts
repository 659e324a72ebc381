const HOUR_MS = 3_600_000;

/** How long somebody has waited: in minutes or hours within a day, then since which day. */
export type Waiting = { unit: "minutes" | "hours"; count: number } | { unit: "since" };

export function waitingOf(since: string, now: Date): Waiting {
  const ms = Math.max(0, now.getTime() - Date.parse(since));
  if (ms < HOUR_MS) return { unit: "minutes", count: Math.max(1, Math.floor(ms / 60_000)) };
  return ms < 24 * HOUR_MS ? { unit: "hours", count: Math.floor(ms / HOUR_MS) } : { unit: "since" };
}
