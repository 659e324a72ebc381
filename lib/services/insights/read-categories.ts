import { asc, eq } from "drizzle-orm";
import { categories } from "@/lib/db/schema";
import { categoryKey } from "@/lib/domain/insights/categories-held";
import type { CategoriesInsight } from "@/lib/domain/insights/insight-blocks";
import { countByKey } from "@/lib/domain/insights/insight-case";
import { weeksOf } from "@/lib/domain/insights/insight-span";
import type { Context } from "@/lib/services/context";
import { categoryCases } from "./category-cases";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";

/** Which categories the threads of each week held at its end. @throws AppError as `openInsight` */
export async function readCategories(ctx: Context, asked: InsightFilters): Promise<CategoriesInsight> {
  const insight = await openInsight(ctx, asked);
  const found = await ctx.db
    .select({ id: categories.id, name: categories.name, kind: categories.kind, sentiment: categories.sentiment })
    .from(categories)
    .where(eq(categories.workspaceId, ctx.actor.workspaceId))
    .orderBy(asc(categories.position));
  const counts = countByKey(await categoryCases(ctx, insight, insight.span.now));
  const ids = [...found.map(({ id }) => id), null];
  return {
    categories: found,
    weeks: weeksOf(insight.span.now).map(({ day }) => ({
      day,
      total: counts.get(day) ?? 0,
      counts: ids
        .map((categoryId) => ({ categoryId, count: counts.get(categoryKey(day, categoryId)) ?? 0 }))
        .filter(({ count }) => count > 0),
    })),
  };
}
