import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { approvalRules, campaigns, categories, members } from "@/lib/db/schema";
import type { ApprovalConditions } from "@/lib/domain/review";
import type { AddApprovalRuleInput, UpdateApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { campaignsOf } from "../access/campaigns-of";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";

/**
 * Adds a rule by which replies wait. What waits or is planned already is not judged again.
 * @throws AppError `not_found` for what is foreign or out of sight
 */
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

/** Gives a rule another name or other conditions; what it names already can stay, in sight or not. @throws AppError `not_found` */
export async function updateApprovalRule(
  { actor, db }: Context,
  { ruleId, name, conditions }: UpdateApprovalRuleInput,
) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const isIt = isOwnRule(actor, ruleId);
    const [former] = await tx.select().from(approvalRules).where(isIt).for("update");
    if (!former) throw new AppError("not_found", { reason: "rule" });
    await requireKnown(tx, actor, conditions, former.conditions.campaignIds);
    await tx.update(approvalRules).set({ name, conditions }).where(isIt);
    await record(tx, actor, "approval_rule.changed", { subjectId: ruleId });
    return { ruleId };
  });
}

/** A rule of the actor's workspace. */
export const isOwnRule = ({ workspaceId }: Actor, ruleId: string) =>
  and(eq(approvalRules.id, ruleId), eq(approvalRules.workspaceId, workspaceId));

async function requireKnown(
  tx: Database,
  actor: Actor,
  { campaignIds, firstReplyCategoryIds, memberIds }: ApprovalConditions,
  formerCampaignIds: string[] = [],
): Promise<void> {
  const { workspaceId } = actor;
  const freshCampaignIds = campaignIds.filter((id) => !formerCampaignIds.includes(id));
  for (const [table, ids, areSeen, reason] of [
    [campaigns, freshCampaignIds, campaignsOf(actor), "campaign"],
    [categories, firstReplyCategoryIds, eq(categories.workspaceId, workspaceId), "category"],
    [members, memberIds, eq(members.workspaceId, workspaceId), "member"],
  ] as const) {
    if (ids.length === 0) continue;
    const known = await tx.$count(table, and(inArray(table.id, ids), areSeen));
    if (known < new Set(ids).size) throw new AppError("not_found", { reason });
  }
}
