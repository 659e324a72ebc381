import type { FollowUpsView, FollowUpStepView } from "@/lib/domain/follow-up";
import { isPending } from "@/lib/domain/reply-state";

/** The steps that have not left and are still to leave. */
export const stepsAhead = ({ steps }: Pick<FollowUpsView, "steps">): FollowUpStepView[] =>
  steps.filter(({ status }) => isPending(status));
