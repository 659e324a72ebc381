import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";

export type CategoryRow = typeof categories.$inferSelect;

/** A workspace's categories as they stand in menus. In a transaction with `isHeld` nobody else changes them meanwhile. */
export function categoriesInOrder(db: Database, workspaceId: string, isHeld = false): Promise<CategoryRow[]> {
  const query = db
    .select()
    .from(categories)
    .where(eq(categories.workspaceId, workspaceId))
    .orderBy(asc(categories.position), asc(categories.id));
  return isHeld ? query.for("update") : query;
}
