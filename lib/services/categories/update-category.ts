import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { categories } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { categoriesInOrder } from "./categories-in-order";
import { isNameTaken, nameTaken } from "./name-taken";
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
    const rows = await categoriesInOrder(tx, actor.workspaceId, true);
    const former = rows.find(({ id }) => id === categoryId);
    if (!former) throw new AppError("not_found", { reason: "category" });
    // Who keeps its name is not asked: there may be two of one name from former times.
    const others = rows.filter(({ id }) => id !== categoryId);
    if (name !== former.name && isNameTaken(name, others)) throw nameTaken();
    await tx.update(categories).set({ name, sentiment }).where(eq(categories.id, categoryId));
    await record(tx, actor, "category.updated", { subjectId: categoryId });
    return { categoryId };
  });
}
