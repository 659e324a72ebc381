import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { assignmentRules } from "@/lib/db/schema";

export type RuleRow = typeof assignmentRules.$inferSelect;

/** A workspace's rules as they are asked. In a transaction with `isHeld` nobody else changes them meanwhile, and no turn is given. */
export async function rulesInOrder(db: Database, workspaceId: string, isHeld = false): Promise<RuleRow[]> {
  const query = db
    .select()
    .from(assignmentRules)
    .where(eq(assignmentRules.workspaceId, workspaceId))
    .orderBy(asc(assignmentRules.id));
  const rows = isHeld ? await query.for("update") : await query;
  return rows.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}
