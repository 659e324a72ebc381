import type { InsightThreads, ListedBlock } from "@/lib/domain/insights/insight-blocks";
import { personKey } from "@/lib/domain/insights/answers";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import { byOwed } from "@/lib/domain/insights/waiting";
import { type Actor, type Context, may } from "@/lib/services/context";
import { answerCases } from "./answer-cases";
import { approvalCases } from "./approval-cases";
import { bounceCases } from "./bounce-cases";
import { categoryCases } from "./category-cases";
import { followUpCases } from "./follow-up-cases";
import { writtenHourCases } from "./hour-cases";
import { type FindCases, openInsight } from "./open-insight";
import { replyCases } from "./reply-cases";
import { ListInsightThreadsInput } from "./schemas";
import { templateCases } from "./template-cases";
import { toldThreads } from "./told-threads";
import { waitingCases } from "./waiting-cases";

const CASES: Record<ListedBlock, FindCases> = {
  answers: answerCases,
  waiting: waitingCases,
  replies: replyCases,
  hours: writtenHourCases,
  categories: categoryCases,
  followUps: followUpCases,
  bounces: bounceCases,
  approvals: approvalCases,
  templates: templateCases,
};

/**
 * The threads behind a figure, page by page, the newest first; who waits, the longest waiting first. What is counted twice stands
 * twice, so that there are as many rows as the figure says.
 * @throws AppError `forbidden` for another person's figures without the right, and as `openInsight`
 */
export async function listInsightThreads(ctx: Context, input: ListInsightThreadsInput): Promise<InsightThreads> {
  const { block, key, cursor, limit, ...asked } = ListInsightThreadsInput.parse(input);
  maySeeKey(ctx.actor, key);
  const insight = await openInsight(ctx, asked);
  const cases = await CASES[block](ctx, insight, insight.span.now);
  const counted = cases.filter(({ keys }) => keys.includes(key)).toSorted(block === "waiting" ? byOwed : newestFirst);
  const begin = Number(cursor ?? 0);
  const end = begin + limit;
  return {
    rows: await toldThreads(ctx, counted.slice(begin, end)),
    total: counted.length,
    threads: new Set(counted.map(({ threadId }) => threadId)).size,
    nextCursor: end < counted.length ? String(end) : null,
  };
}

/** A figure of a person alone is theirs, and of who sees the table of people. */
function maySeeKey(actor: Actor, key: string): void {
  if (key.startsWith("person:") && key.split(":", 2).join(":") !== personKey(actor.memberId))
    may(actor, "insight.people");
}

const newestFirst = (a: InsightCase, b: InsightCase): number => b.at - a.at || b.threadId - a.threadId;
