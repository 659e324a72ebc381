import type { CategoryView } from "@/lib/domain/thread-view";
import { type Context, may } from "@/lib/services/context";
import { categoriesInOrder } from "./categories-in-order";
import type { ListCategoriesInput } from "./schemas";

/** `isGiven`: the first of its kind, which is the one that the rules give; it stays. */
export type CategoryItem = CategoryView & { isGiven: boolean };

/** The workspace's categories in their order. */
export async function listCategories(
  { actor, db }: Context,
  _input: ListCategoriesInput = {},
): Promise<CategoryItem[]> {
  may(actor, "category.manage");
  const rows = await categoriesInOrder(db, actor.workspaceId);
  return rows.map(({ id, name, kind, sentiment }) => ({
    id,
    name,
    kind,
    sentiment,
    isGiven: rows.find((row) => row.kind === kind)!.id === id,
  }));
}
