import { asc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { categories } from "@/lib/db/schema";
import type { CategoryKind } from "@/lib/domain/default-categories";

/** For each kind the category that the rules give: the first one of it. */
export async function categoryIdsOf(tx: Database, workspaceId: string): Promise<Map<CategoryKind, string>> {
  const rows = await tx
    .select({ id: categories.id, kind: categories.kind })
    .from(categories)
    .where(eq(categories.workspaceId, workspaceId))
    .orderBy(asc(categories.position), asc(categories.id));
  return new Map(rows.toReversed().map(({ id, kind }) => [kind, id]));
}
