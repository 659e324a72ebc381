import { eq } from "drizzle-orm";
import { templates } from "@/lib/db/schema";
import type { TemplatesInsight } from "@/lib/domain/insights/insight-blocks";
import { countByKey } from "@/lib/domain/insights/insight-case";
import { REPLIED_KEY } from "@/lib/domain/insights/template-use";
import type { Context } from "@/lib/services/context";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";
import { templateCases } from "./template-cases";

/** How often the team's and the reader's own templates were used, and how often the lead answered. @throws AppError as `openInsight` */
export async function readTemplates(ctx: Context, asked: InsightFilters): Promise<TemplatesInsight> {
  const insight = await openInsight(ctx, asked);
  const counts = countByKey(await templateCases(ctx, insight, insight.span.now));
  const found = await ctx.db
    .select({ key: templates.id, name: templates.name })
    .from(templates)
    .where(eq(templates.workspaceId, ctx.actor.workspaceId))
    .orderBy(templates.name, templates.id);
  return {
    templates: found
      .map((each) => ({
        ...each,
        used: counts.get(each.key) ?? 0,
        replied: counts.get(`${each.key}:${REPLIED_KEY}`) ?? 0,
      }))
      .filter(({ used }) => used > 0)
      .toSorted((a, b) => b.replied / b.used - a.replied / a.used || b.used - a.used),
  };
}
