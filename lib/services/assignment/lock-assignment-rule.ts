import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { assignmentRules } from "@/lib/db/schema";
import { requireOwnRule } from "../access/require-own-rule";
import { rulesInSight } from "../access/rules-in-sight";
import type { Actor } from "../context";
import type { RuleRow } from "./rules-in-order";

/**
 * A rule that the actor sees and may change, held to the transaction's end.
 * @throws AppError `not_found` (assignment_rule), `forbidden` (general_rule)
 */
export async function lockAssignmentRule(tx: Database, actor: Actor, ruleId: string): Promise<RuleRow> {
  const isOwn = and(eq(assignmentRules.id, ruleId), eq(assignmentRules.workspaceId, actor.workspaceId));
  const found = await tx.select().from(assignmentRules).where(isOwn).for("update");
  const [rule] = await rulesInSight(tx, actor, found);
  if (!rule) throw new AppError("not_found", { reason: "assignment_rule" });
  requireOwnRule(actor, rule.conditions);
  return rule;
}
