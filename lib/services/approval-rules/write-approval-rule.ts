import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { approvalRules, campaigns, categories, members } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import type { AddApprovalRuleInput, UpdateApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";

/** Adds a rule by which replies wait. What waits or is planned already is not judged again. @throws AppError `not_found` for a foreign id */
export async function addApprovalRule({ actor, db }: Context, { name, conditions }: AddApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await requireKnown(tx, actor, conditions);
    const [made] = await tx
      .insert(approvalRules)
      .values({ workspaceId: actor.workspaceId, name, conditions })
      .returning({ id: approvalRules.id });
    await record(tx, actor, "approval_rule.added", { subjectId: made!.id });
    return { ruleId: made!.id };
  });
}

/** Gives a rule another name or other conditions. @throws AppError `not_found` */
export async function updateApprovalRule(
  { actor, db }: Context,
  { ruleId, name, conditions }: UpdateApprovalRuleInput,
) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await requireKnown(tx, actor, conditions);
    const changed = await tx
      .update(approvalRules)
      .set({ name, conditions })
      .where(isOwnRule(actor, ruleId))
      .returning({ id: approvalRules.id });
    if (changed.length === 0) throw new AppError("not_found", { reason: "rule" });
    await record(tx, actor, "approval_rule.changed", { subjectId: ruleId });
    return { ruleId };
  });
}

/** A rule of the actor's workspace. */
export const isOwnRule = ({ workspaceId }: Actor, ruleId: string) =>
  and(eq(approvalRules.id, ruleId), eq(approvalRules.workspaceId, workspaceId));

async function requireKnown(tx: Database, { workspaceId }: Actor, conditions: ApprovalConditions): Promise<void> {
  const { campaignIds, firstReplyCategoryIds, memberIds } = conditions;
  for (const [table, ids, reason] of [
    [campaigns, campaignIds, "campaign"],
    [categories, firstReplyCategoryIds, "category"],
    [members, memberIds, "member"],
  ] as const) {
    if (ids.length === 0) continue;
    const known = await tx.$count(table, and(inArray(table.id, ids), eq(table.workspaceId, workspaceId)));
    if (known < new Set(ids).size) throw new AppError("not_found", { reason });
  }
}
