import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { assignmentRules } from "@/lib/db/schema";
import { type Context, may } from "../context";
import { record } from "../record";
import { rulesInOrder } from "./rules-in-order";
import type { MoveAssignmentRuleInput } from "./schemas";

/** Moves a rule one place up or down: the first that holds decides. At the end it stays where it is. @throws AppError `not_found` */
export async function moveAssignmentRule(
  { actor, db }: Context,
  { ruleId, to }: MoveAssignmentRuleInput,
): Promise<{ ruleId: string }> {
  may(actor, "rule.manage");
  return db.transaction(async (tx) => {
    const order = await rulesInOrder(tx, actor.workspaceId, true);
    const from = order.findIndex(({ id }) => id === ruleId);
    if (from < 0) throw new AppError("not_found", { reason: "assignment_rule" });
    const other = order[to === "up" ? from - 1 : from + 1];
    if (!other) return { ruleId };
    const moved = order.with(from, other).with(order.indexOf(other), order[from]!);
    for (const [position, row] of moved.entries())
      if (row.position !== position)
        await tx.update(assignmentRules).set({ position }).where(eq(assignmentRules.id, row.id));
    await record(tx, actor, "assignment_rule.moved", { subjectId: ruleId, data: { to } });
    return { ruleId };
  });
}
