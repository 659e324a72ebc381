import { AppError } from "@/lib/core/errors";
import { approvalRules } from "@/lib/db/schema";
import type { RemoveApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { may, type Context } from "../context";
import { record } from "../record";
import { isOwnRule } from "./write-approval-rule";

/** Removes a rule; what waits by it goes on waiting, with its name. @throws AppError `not_found` */
export async function removeApprovalRule({ actor, db }: Context, { ruleId }: RemoveApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const gone = await tx.delete(approvalRules).where(isOwnRule(actor, ruleId)).returning({ id: approvalRules.id });
    if (gone.length === 0) throw new AppError("not_found", { reason: "rule" });
    await record(tx, actor, "approval_rule.removed", { subjectId: ruleId });
    return { ruleId };
  });
}
