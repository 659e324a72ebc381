import type { Database } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";
import { type CategoryKind, DEFAULT_CATEGORIES } from "@/lib/domain/default-categories";

/** The nine categories of a workspace, by kind. */
export async function makeCategories(db: Database, workspaceId: string): Promise<Record<CategoryKind, string>> {
  const rows = await db
    .insert(categories)
    .values(DEFAULT_CATEGORIES.map((category, position) => ({ ...category, workspaceId, position })))
    .returning({ id: categories.id, kind: categories.kind });
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id])) as Record<CategoryKind, string>;
}
