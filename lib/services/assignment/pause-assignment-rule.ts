import { eq } from "drizzle-orm";
import { assignmentRules } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import { lockAssignmentRule } from "./lock-assignment-rule";
import type { PauseAssignmentRuleInput } from "./schemas";

/** Lets a rule rest, or work again; turns go on where they were. @throws AppError `not_found` */
export async function pauseAssignmentRule(
  { actor, db, now }: Context,
  { ruleId, isPaused }: PauseAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    await lockAssignmentRule(tx, actor, ruleId);
    await tx
      .update(assignmentRules)
      .set({ pausedAt: isPaused ? now() : null })
      .where(eq(assignmentRules.id, ruleId));
    await record(tx, actor, isPaused ? "assignment_rule.paused" : "assignment_rule.resumed", { subjectId: ruleId });
    return { ruleId };
  });
}
