import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { assignmentRules } from "@/lib/db/schema";
import { requireOwnRule } from "../access/require-own-rule";
import { rulesInSight } from "../access/rules-in-sight";
import { type Context, may } from "../context";
import { record } from "../record";
import { rulesInOrder } from "./rules-in-order";
import type { MoveAssignmentRuleInput } from "./schemas";

/**
 * Moves a rule one place up or down among those that the actor sees: the first that holds decides. At the end it stays where it is.
 * Rules out of their sight stay as they are to each other.
 * @throws AppError `not_found`, `forbidden` (general_rule)
 */
export async function moveAssignmentRule(
  { actor, db }: Context,
  { ruleId, to }: MoveAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const order = await rulesInOrder(tx, actor.workspaceId, true);
    const seen = await rulesInSight(tx, actor, order);
    const from = seen.findIndex(({ id }) => id === ruleId);
    const rule = seen[from];
    if (!rule) throw new AppError("not_found", { reason: "assignment_rule" });
    requireOwnRule(actor, rule.conditions);
    const other = seen[to === "up" ? from - 1 : from + 1];
    if (!other) return { ruleId };
    const others = order.filter((each) => each !== rule);
    const moved = others.toSpliced(others.indexOf(other) + (to === "up" ? 0 : 1), 0, rule);
    for (const [position, row] of moved.entries())
      if (row.position !== position)
        await tx.update(assignmentRules).set({ position }).where(eq(assignmentRules.id, row.id));
    await record(tx, actor, "assignment_rule.moved", { subjectId: ruleId, data: { to } });
    return { ruleId };
  });
}
