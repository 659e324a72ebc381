import { iso, type Complaint } from "./complaint";
import type { LetterStory, Story, Told } from "./stories";

/** Each step ends as one message that left once, or with a reason that is true; nothing is left over, and nothing leaves twice. */
export function onceAndNoneLost({ stories, letters }: Told): Complaint[] {
  return stories.flatMap((step) => {
    const complain = (rule: string, detail: string): Complaint[] => [{ rule, step, detail }];
    const { row, left } = step;
    if (!row) return complain("lost", "its row is gone");
    if (left.length > 1) return complain("twice", left.map(iso).join(", "));
    const words = `${row.status} ${row.heldReason ?? ""} ${row.reason ?? ""}, due ${row.dueAt.toISOString()}`;
    if (row.status === "sent") return left.length === 1 ? [] : complain("lost", `${words}, but never left`);
    if (left.length > 0) return complain("untrue", `${words}, but left ${left.map(iso).join()}`);
    if (row.status !== "cancelled") return complain("lost", words);
    return isTrue(step, row, letters.get(step.lead.id) ?? []) ? [] : complain("untrue", words);
  });
}

/** Whether that for which a step was dropped did happen. */
function isTrue(
  { acts, actsOnFirst, chain }: Story,
  { reason, chainId }: NonNullable<Story["row"]>,
  letters: LetterStory[],
): boolean {
  const came = (what: LetterStory["what"]) =>
    letters.some((letter) => letter.what === what && letter.readAt !== null && letter.readAt >= chain.at);
  switch (reason) {
    case "lead_answered":
      return came("answer") || came("unsubscribe");
    case "lead_bounced":
      return letters.some(({ what, readAt }) => what === "bounce" && readAt !== null);
    case "lead_unsubscribed":
      return letters.some(({ what, readAt }) => what === "unsubscribe" && readAt !== null);
    case "lead_away":
      return chain.awayRule === "stop" && came("away");
    // A reply that is no step of follow-ups becomes a draft again.
    case "undone":
      return chainId === null && acts.some(({ act }) => act === "cancelled");
    case "by_person":
      // Follow-ups go with the reply that brought them along.
      return [...acts, ...(chain.steps[0]!.origin === "composer" ? actsOnFirst : [])].some(
        ({ act }) => act === "cancelled",
      );
    default:
      return false;
  }
}
