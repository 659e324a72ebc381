import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { assignmentRules } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import type { PauseAssignmentRuleInput } from "./schemas";

/** Lets a rule rest, or work again; turns go on where they were. @throws AppError `not_found` */
export async function pauseAssignmentRule(
  { actor, db, now }: Context,
  { ruleId, isPaused }: PauseAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(assignmentRules)
      .set({ pausedAt: isPaused ? now() : null })
      .where(and(eq(assignmentRules.id, ruleId), eq(assignmentRules.workspaceId, actor.workspaceId)))
      .returning({ id: assignmentRules.id });
    if (changed.length === 0) throw new AppError("not_found", { reason: "assignment_rule" });
    await record(tx, actor, isPaused ? "assignment_rule.paused" : "assignment_rule.resumed", { subjectId: ruleId });
    return { ruleId };
  });
}
