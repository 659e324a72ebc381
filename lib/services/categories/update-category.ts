import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { categories } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { holdNames } from "@/lib/services/hold-names";
import { record } from "@/lib/services/record";
import { requireFreeName } from "@/lib/services/require-free-name";
import { categoriesInOrder } from "./categories-in-order";
import type { UpdateCategoryInput } from "./schemas";

/**
 * Gives a category another name or sentiment; its kind stays, so that the rules find it under any name.
 * @throws AppError `not_found`, `conflict` (`category_exists`)
 */
export async function updateCategory(
  { actor, db }: Context,
  { categoryId, name, sentiment }: UpdateCategoryInput,
): Promise<{ categoryId: string }> {
  may(actor, "category.manage");
  return db.transaction(async (tx) => {
    await holdNames(tx, actor.workspaceId, "categories");
    const rows = await categoriesInOrder(tx, actor.workspaceId, true);
    if (!rows.some(({ id }) => id === categoryId)) throw new AppError("not_found", { reason: "category" });
    requireFreeName(rows, { name, own: categoryId }, "category_exists");
    await tx.update(categories).set({ name, sentiment }).where(eq(categories.id, categoryId));
    await record(tx, actor, "category.updated", { subjectId: categoryId });
    return { categoryId };
  });
}
