import { eq } from "drizzle-orm";
import { approvalRules } from "@/lib/db/schema";
import type { PauseApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { may, type Context } from "../context";
import { record } from "../record";
import { lockApprovalRule } from "./lock-approval-rule";

/** Lets a rule rest, or work again. @throws AppError `not_found` */
export async function pauseApprovalRule({ actor, db, now }: Context, { ruleId, paused }: PauseApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await lockApprovalRule(tx, actor, ruleId);
    await tx
      .update(approvalRules)
      .set({ pausedAt: paused ? now() : null })
      .where(eq(approvalRules.id, ruleId));
    await record(tx, actor, paused ? "approval_rule.paused" : "approval_rule.resumed", { subjectId: ruleId });
    return { ruleId, paused };
  });
}
