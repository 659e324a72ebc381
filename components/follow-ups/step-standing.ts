import type { FollowUpStepView } from "@/lib/domain/follow-up";

/** How a step stands, in the words of a chain's line. `trouble`: it has a card of its own, with its reason and ways out. */
export type StepStanding = "planned" | "delayed" | "sending" | "sent" | "handed_over" | "dropped" | "trouble";

/** @param now tells what is put off (by a window, a cap or a gap) from what is due */
export function stepStanding(
  { status, heldReason, nextAttemptAt }: Pick<FollowUpStepView, "status" | "heldReason" | "nextAttemptAt">,
  now: Date,
): StepStanding {
  switch (status) {
    case "sent":
    case "handed_over":
    case "sending":
      return status;
    case "cancelled":
      return "dropped";
    case "failed":
    case "unknown":
      return "trouble";
    case "awaiting_approval":
    case "scheduled":
    case "queued":
      if (heldReason && heldReason !== "cap") return "trouble";
      return nextAttemptAt && Date.parse(nextAttemptAt) > now.getTime() ? "delayed" : "planned";
  }
}
