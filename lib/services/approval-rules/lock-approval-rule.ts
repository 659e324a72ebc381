import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { approvalRules } from "@/lib/db/schema";
import { requireOwnRule } from "../access/require-own-rule";
import { rulesInSight } from "../access/rules-in-sight";
import type { Actor } from "../context";

/**
 * A rule that the actor sees and may change, held to the transaction's end.
 * @throws AppError `not_found` (rule), `forbidden` (general_rule)
 */
export async function lockApprovalRule(tx: Database, actor: Actor, ruleId: string) {
  const isOwn = and(eq(approvalRules.id, ruleId), eq(approvalRules.workspaceId, actor.workspaceId));
  const found = await tx.select().from(approvalRules).where(isOwn).for("update");
  const [rule] = await rulesInSight(tx, actor, found);
  if (!rule) throw new AppError("not_found", { reason: "rule" });
  requireOwnRule(actor, rule.conditions);
  return rule;
}
