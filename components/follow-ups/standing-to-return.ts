import type { FollowUpStepView } from "@/lib/domain/follow-up";
import { isPending } from "@/lib/domain/reply-state";
import { wallTimeOf } from "@/lib/domain/wall-time";

/**
 * How what is ahead stands to the day on which its lead is back ("2026-12-01", on the clocks of `zone`): a plan that was made with
 * the absence known may leave before. Null when nothing is ahead.
 */
export function standingToReturn(
  steps: Pick<FollowUpStepView, "status" | "dueAt">[],
  returnDate: string,
  zone: string,
): "before" | "behind" | null {
  const next = steps.find(({ status }) => isPending(status));
  if (!next) return null;
  return wallTimeOf(new Date(next.dueAt), zone).date < returnDate ? "before" : "behind";
}
