import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { categories, categoryExamples, threads } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { categoriesInOrder } from "./categories-in-order";
import type { RemoveCategoryInput } from "./schemas";

/**
 * Removes a category: its threads have none from then on, and what was remembered for it is forgotten. The first of a kind stays,
 * since the rules give it.
 * @throws AppError `not_found`, `unprocessable` (`category_of_rules`)
 */
export async function removeCategory(
  { actor, db }: Context,
  { categoryId }: RemoveCategoryInput,
): Promise<{ categoryId: string; threadCount: number }> {
  may(actor, "category.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    const rows = await categoriesInOrder(tx, workspaceId, true);
    const row = rows.find(({ id }) => id === categoryId);
    if (!row) throw new AppError("not_found", { reason: "category" });
    if (rows.find(({ kind }) => kind === row.kind) === row)
      throw new AppError("unprocessable", { reason: "category_of_rules" });
    await tx
      .delete(categoryExamples)
      .where(and(eq(categoryExamples.workspaceId, workspaceId), eq(categoryExamples.categoryId, categoryId)));
    const freed = await tx
      .update(threads)
      .set({ categoryId: null, categorySource: null, categoryBecause: null })
      .where(and(eq(threads.workspaceId, workspaceId), eq(threads.categoryId, categoryId)))
      .returning({ id: threads.id });
    await tx.delete(categories).where(eq(categories.id, categoryId));
    await record(tx, actor, "category.removed", { subjectId: categoryId, data: { threads: freed.length } });
    return { categoryId, threadCount: freed.length };
  });
}
