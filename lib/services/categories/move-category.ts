import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { categories } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { categoriesInOrder } from "./categories-in-order";
import type { MoveCategoryInput } from "./schemas";

/**
 * Moves a category one place up or down in menus and lists; of several of one kind the rules give the first.
 * At the end it stays where it is.
 * @throws AppError `not_found`
 */
export async function moveCategory(
  { actor, db }: Context,
  { categoryId, to }: MoveCategoryInput,
): Promise<{ categoryId: string }> {
  may(actor, "category.manage");
  return db.transaction(async (tx) => {
    const order = await categoriesInOrder(tx, actor.workspaceId, true);
    const from = order.findIndex(({ id }) => id === categoryId);
    const other = order[to === "up" ? from - 1 : from + 1];
    if (from < 0) throw new AppError("not_found", { reason: "category" });
    if (!other) return { categoryId };
    const moved = order.with(from, other).with(order.indexOf(other), order[from]!);
    for (const [position, row] of moved.entries())
      if (row.position !== position) await tx.update(categories).set({ position }).where(eq(categories.id, row.id));
    await record(tx, actor, "category.moved", { subjectId: categoryId, data: { to } });
    return { categoryId };
  });
}
