import { AppError } from "@/lib/core/errors";
import { categories } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { holdNames } from "@/lib/services/hold-names";
import { record } from "@/lib/services/record";
import { requireFreeName } from "@/lib/services/require-free-name";
import { categoriesInOrder } from "./categories-in-order";
import type { AddCategoryInput } from "./schemas";

const MOST = 50;

/**
 * Adds a category of the workspace's own behind the others.
 * @throws AppError `conflict` (`category_exists`) for a name that is there already, in large or small letters, `unprocessable` (`too_many_categories`)
 */
export async function addCategory({ actor, db }: Context, input: AddCategoryInput): Promise<{ categoryId: string }> {
  may(actor, "category.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    await holdNames(tx, workspaceId, "categories");
    const others = await categoriesInOrder(tx, workspaceId, true);
    if (others.length >= MOST) throw new AppError("unprocessable", { reason: "too_many_categories" });
    requireFreeName(others, input, "category_exists");
    const position = (others.at(-1)?.position ?? -1) + 1;
    const [made] = await tx
      .insert(categories)
      .values({ ...input, workspaceId, position })
      .returning({ id: categories.id });
    await record(tx, actor, "category.added", { subjectId: made!.id, data: { kind: input.kind } });
    return { categoryId: made!.id };
  });
}
