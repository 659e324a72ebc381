import { eq } from "drizzle-orm";
import { assignmentRules } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import { lockAssignmentRule } from "./lock-assignment-rule";
import type { RemoveAssignmentRuleInput } from "./schemas";

/** Removes a rule with its turns; what it has given stays with whom it has. @throws AppError `not_found` */
export async function removeAssignmentRule(
  { actor, db }: Context,
  { ruleId }: RemoveAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const { name } = await lockAssignmentRule(tx, actor, ruleId);
    await tx.delete(assignmentRules).where(eq(assignmentRules.id, ruleId));
    await record(tx, actor, "assignment_rule.removed", { subjectId: ruleId, data: { name } });
    return { ruleId };
  });
}
