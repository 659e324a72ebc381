import { AppError } from "@/lib/core/errors";
import type { Actor } from "@/lib/services/context";

type Conditions = { campaignIds: string[]; mailboxIds?: string[] };

/** A rule that names no campaign and no mailbox binds everybody's threads: who is narrowed reads it only. */
export const mayChangeRule = ({ scope }: Pick<Actor, "scope">, { campaignIds, mailboxIds = [] }: Conditions): boolean =>
  scope === null || campaignIds.length + mailboxIds.length > 0;

/** @throws AppError `forbidden` (general_rule) */
export function requireOwnRule(actor: Actor, conditions: Conditions): void {
  if (!mayChangeRule(actor, conditions)) throw new AppError("forbidden", { reason: "general_rule" });
}
