import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { assignmentRules } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import type { RemoveAssignmentRuleInput } from "./schemas";

/** Removes a rule with its turns; what it has given stays with whom it has. @throws AppError `not_found` */
export async function removeAssignmentRule(
  { actor, db }: Context,
  { ruleId }: RemoveAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const removed = await tx
      .delete(assignmentRules)
      .where(and(eq(assignmentRules.id, ruleId), eq(assignmentRules.workspaceId, actor.workspaceId)))
      .returning({ name: assignmentRules.name });
    if (!removed[0]) throw new AppError("not_found", { reason: "assignment_rule" });
    await record(tx, actor, "assignment_rule.removed", { subjectId: ruleId, data: { name: removed[0].name } });
    return { ruleId };
  });
}
