import type { ApprovalsInsight } from "@/lib/domain/insights/insight-blocks";
import { ALL_KEY, timesByKey } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { timeFigure } from "@/lib/domain/insights/time-figure";
import type { Context } from "@/lib/services/context";
import { approvalCases } from "./approval-cases";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";

/** How long replies waited for a decision; times in ms. @throws AppError as `openInsight` */
export async function readApprovals(ctx: Context, asked: InsightFilters): Promise<ApprovalsInsight> {
  const insight = await openInsight(ctx, asked);
  const figureOf = async (span: DaySpan) =>
    timeFigure(timesByKey(await approvalCases(ctx, insight, span)).get(ALL_KEY) ?? []);
  return { now: await figureOf(insight.span.now), before: await figureOf(insight.span.before) };
}
