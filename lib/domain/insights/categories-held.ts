import { type InsightCase, NONE_KEY } from "./insight-case";
import type { Week } from "./insight-span";

/**
 * Categories by week: each thread in which the lead wrote in a week (automatic mail left out) counts once, by the category it held
 * when the week, or the span, ended. What a person chose is kept with its time. What the rules gave is not: before the first choice
 * of a person a thread counts by that choice, where nobody chose by the category it has now, and likewise after an undo.
 */
/** `lastAt` is when (ms) the lead wrote last in that week. */
export type HeldThread = { threadId: number; week: Week; lastAt: number; categoryId: string | null };

/** What a person chose and when (ms), the earliest first; `to` is "undone" for a choice that was taken back. */
export type CategoryChange = { at: number; to: string | null };

export function categoryHeldAt(at: number, changes: readonly CategoryChange[], now: string | null): string | null {
  const held = changes.findLast((change) => change.at < at) ?? changes[0];
  return held === undefined || held.to === "undone" ? now : held.to;
}

export const categoryKey = (day: string, categoryId: string | null): string => `${day}:${categoryId ?? NONE_KEY}`;

export const heldCase = ({ threadId, week, lastAt, categoryId }: HeldThread): InsightCase => ({
  threadId,
  at: lastAt,
  tookMs: null,
  keys: [week.day, categoryKey(week.day, categoryId)],
});
