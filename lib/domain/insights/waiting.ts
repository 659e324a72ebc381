import { personKey } from "./answers";
import { ALL_KEY, type InsightCase } from "./insight-case";
import type { WorkingClock } from "./working-clock";

/** Within this working time an answer is owed. */
export const OWED_MS = 4 * 3_600_000;
export const OWED_KEY = "owed";

/**
 * A thread that waits for an answer at this moment, as the inbox has them: the lead wrote last, it is not done. It has waited for
 * the working time of its owner (nobody's: of the standard hours) since the first message that nobody has answered, and is past what is
 * owed when that is more than four hours.
 */
export type Waiting = { threadId: number; since: number; ownerId: string | null };

export function waitingCase(
  { threadId, since, ownerId }: Waiting,
  now: number,
  clockOf: (memberId: string | null) => WorkingClock,
): InsightCase {
  const clock = clockOf(ownerId);
  const tookMs = clock(now) - clock(since);
  return {
    threadId,
    at: since,
    tookMs,
    keys: [ALL_KEY, personKey(ownerId), ...(tookMs > OWED_MS ? [OWED_KEY] : [])],
  };
}

/** Who is past what is owed comes first, then who is closest to it: by the working time waited, then by the time on the wall. */
export const byOwed = (a: InsightCase, b: InsightCase): number =>
  b.tookMs! - a.tookMs! || a.at - b.at || a.threadId - b.threadId;
