import type { FollowUpsView } from "@/lib/domain/follow-up";
import { wallTimeOf } from "@/lib/domain/wall-time";
import type { PlanFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { chainAhead } from "./chain-ahead";
import { stepsAhead } from "./steps-ahead";

/**
 * What plans anew what was still to leave of follow-ups, from the day on which it was to go on and in the place of any other plan;
 * null when nothing was.
 */
export function planAgain(chain: FollowUpsView): PlanFollowUpsInput | null {
  const [first] = stepsAhead(chain);
  if (!first) return null;
  const { steps, awayRule } = chainAhead(chain);
  return {
    threadId: chain.threadId,
    steps,
    stopCategoryIds: chain.stopCategoryIds,
    awayRule,
    startDate: wallTimeOf(new Date(first.dueAt), chain.zone).date,
    replace: true,
  };
}
