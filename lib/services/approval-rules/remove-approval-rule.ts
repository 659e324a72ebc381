import { eq } from "drizzle-orm";
import { approvalRules } from "@/lib/db/schema";
import type { RemoveApprovalRuleInput } from "@/lib/services/reviews/schemas";
import { may, type Context } from "../context";
import { record } from "../record";
import { lockApprovalRule } from "./lock-approval-rule";

/** Removes a rule; what waits by it goes on waiting, with its name. @throws AppError `not_found` */
export async function removeApprovalRule({ actor, db }: Context, { ruleId }: RemoveApprovalRuleInput) {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await lockApprovalRule(tx, actor, ruleId);
    await tx.delete(approvalRules).where(eq(approvalRules.id, ruleId));
    await record(tx, actor, "approval_rule.removed", { subjectId: ruleId });
    return { ruleId };
  });
}
