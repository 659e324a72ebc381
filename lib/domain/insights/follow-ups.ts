import { personKey } from "./answers";
import { type InsightCase, keysOfGroup } from "./insight-case";
import { type DaySpan, endOfDayAt } from "./insight-span";

export const KEPT_KEY = "kept";
export const MISSED_KEY = "missed";

/**
 * A follow-up that was due in the span: a step of a chain, or a reply that was to leave if nobody answers. Kept: it left within the
 * day it was due on, or the lead had answered before. Missed: that day is over and it had not left. One that was taken back or
 * stopped for another reason is not due any more, and one whose day is not over yet is neither. It counts for the thread's owner.
 */
export type FollowUp = {
  threadId: number;
  dueAt: number;
  leftAt: number | null;
  isCancelled: boolean;
  isAnswered: boolean;
  ownerId: string | null;
};

/** Null for what is neither kept nor missed. */
export function followUpCase(
  { threadId, dueAt, leftAt, isCancelled, isAnswered, ownerId }: FollowUp,
  span: DaySpan,
  now: number,
): InsightCase | null {
  const ends = endOfDayAt(span, dueAt);
  const isKept = isCancelled ? isAnswered : leftAt !== null && leftAt < ends;
  const isMissed = !isKept && !isCancelled && ends <= now;
  if (!isKept && !isMissed) return null;
  const keys = [isKept ? KEPT_KEY : MISSED_KEY, ...keysOfGroup(personKey(ownerId), MISSED_KEY, isMissed)];
  return { threadId, at: dueAt, tookMs: null, keys };
}
