import type { InsightBlock, Insights } from "@/lib/domain/insights/insight-blocks";
import type { Context } from "@/lib/services/context";
import { readAnswers } from "./read-answers";
import { readApprovals } from "./read-approvals";
import { readBounces } from "./read-bounces";
import { readCategories } from "./read-categories";
import { readFollowUps } from "./read-follow-ups";
import { readHours } from "./read-hours";
import { readPeople } from "./read-people";
import { readReplies } from "./read-replies";
import { readTemplates } from "./read-templates";
import { readWaiting } from "./read-waiting";
import type { InsightFilters, ReadInsightInput } from "./schemas";

type Readers = { [Block in InsightBlock]: (ctx: Context, asked: InsightFilters) => Promise<Insights[Block]> };

const READERS: Readers = {
  answers: readAnswers,
  waiting: readWaiting,
  replies: readReplies,
  hours: readHours,
  categories: readCategories,
  followUps: readFollowUps,
  bounces: readBounces,
  approvals: readApprovals,
  templates: readTemplates,
  people: readPeople,
};

/** One block of figures. @throws AppError `forbidden` as the block's own verb */
export const readInsight = (ctx: Context, { block, ...asked }: ReadInsightInput): Promise<Insights[InsightBlock]> =>
  READERS[block](ctx, asked);
