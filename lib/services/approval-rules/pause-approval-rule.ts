import { AppError } from "@/lib/core/errors";
import { approvalRules } from "@/lib/db/schema";
import type { PauseApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { may, type Context } from "../context";
import { record } from "../record";
import { isOwnRule } from "./write-approval-rule";

/** Lets a rule rest, or work again. @throws AppError `not_found` */
export async function pauseApprovalRule({ actor, db, now }: Context, { ruleId, paused }: PauseApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(approvalRules)
      .set({ pausedAt: paused ? now() : null })
      .where(isOwnRule(actor, ruleId))
      .returning({ id: approvalRules.id });
    if (changed.length === 0) throw new AppError("not_found", { reason: "rule" });
    await record(tx, actor, paused ? "approval_rule.paused" : "approval_rule.resumed", { subjectId: ruleId });
    return { ruleId, paused };
  });
}
