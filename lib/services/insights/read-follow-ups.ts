import { KEPT_KEY, MISSED_KEY } from "@/lib/domain/insights/follow-ups";
import type { FollowUpCount, FollowUpsInsight } from "@/lib/domain/insights/insight-blocks";
import { countByKey } from "@/lib/domain/insights/insight-case";
import type { Context } from "@/lib/services/context";
import { followUpCases } from "./follow-up-cases";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";

/** How many of the follow-ups that were due were kept, and how many missed. @throws AppError as `openInsight` */
export async function readFollowUps(ctx: Context, asked: InsightFilters): Promise<FollowUpsInsight> {
  const insight = await openInsight(ctx, asked);
  const countOf = async (span: keyof Pick<typeof insight.span, "now" | "before">): Promise<FollowUpCount> => {
    const counts = countByKey(await followUpCases(ctx, insight, insight.span[span]));
    return { kept: counts.get(KEPT_KEY) ?? 0, missed: counts.get(MISSED_KEY) ?? 0 };
  };
  return { now: await countOf("now"), before: await countOf("before") };
}
