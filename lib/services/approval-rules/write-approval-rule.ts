import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { approvalRules, campaigns, categories, members } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import type { AddApprovalRuleInput, UpdateApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { campaignsOf } from "../access/campaigns-of";
import { requireOwnRule } from "../access/require-own-rule";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";
import { lockApprovalRule } from "./lock-approval-rule";

/**
 * Adds a rule by which replies wait. What waits or is planned already is not judged again.
 * @throws AppError `not_found` for what is foreign or out of sight, `forbidden` (general_rule)
 */
export async function addApprovalRule({ actor, db }: Context, { name, conditions }: AddApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    requireOwnRule(actor, conditions);
    await requireKnown(tx, actor, conditions);
    const [made] = await tx
      .insert(approvalRules)
      .values({ workspaceId: actor.workspaceId, name, conditions })
      .returning({ id: approvalRules.id });
    await record(tx, actor, "approval_rule.added", { subjectId: made!.id });
    return { ruleId: made!.id };
  });
}

/** Gives a rule that the actor sees another name or other conditions. @throws AppError `not_found` */
export async function updateApprovalRule(
  { actor, db }: Context,
  { ruleId, name, conditions }: UpdateApprovalRuleInput,
) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await lockApprovalRule(tx, actor, ruleId);
    requireOwnRule(actor, conditions);
    await requireKnown(tx, actor, conditions);
    await tx.update(approvalRules).set({ name, conditions }).where(eq(approvalRules.id, ruleId));
    await record(tx, actor, "approval_rule.changed", { subjectId: ruleId });
    return { ruleId };
  });
}

async function requireKnown(
  tx: Database,
  actor: Actor,
  { campaignIds, firstReplyCategoryIds, memberIds }: ApprovalConditions,
): Promise<void> {
  const { workspaceId } = actor;
  for (const [table, ids, areSeen, reason] of [
    [campaigns, campaignIds, campaignsOf(actor), "campaign"],
    [categories, firstReplyCategoryIds, eq(categories.workspaceId, workspaceId), "category"],
    [members, memberIds, eq(members.workspaceId, workspaceId), "member"],
  ] as const) {
    if (ids.length === 0) continue;
    const known = await tx.$count(table, and(inArray(table.id, ids), areSeen));
    if (known < new Set(ids).size) throw new AppError("not_found", { reason });
  }
}
