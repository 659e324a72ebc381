import { type AnswersInsight, sumAnswers } from "@/lib/domain/insights/answers";
import type { Context } from "@/lib/services/context";
import { answerCases } from "./answer-cases";
import { openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";

/** How long leads waited for the first answer of a person, as a whole and by day; times in ms. @throws AppError as `openInsight` */
export async function readAnswers(ctx: Context, asked: InsightFilters): Promise<AnswersInsight> {
  const insight = await openInsight(ctx, asked);
  const { span } = insight;
  const now = await answerCases(ctx, insight, span.now);
  return sumAnswers(now, await answerCases(ctx, insight, span.before), span);
}
