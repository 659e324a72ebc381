import type { RepliesInsight, ReplyCount } from "@/lib/domain/insights/insight-blocks";
import { ALL_KEY, countByKey } from "@/lib/domain/insights/insight-case";
import { POSITIVE_KEY } from "@/lib/domain/insights/replies";
import type { Context } from "@/lib/services/context";
import { type NamedGroups, namedGroups } from "./named-groups";
import { openInsight } from "./open-insight";
import { replyCases } from "./reply-cases";
import type { InsightFilters } from "./schemas";

/** How many leads replied, and how many of them positively: in all, by campaign and by mailbox. @throws AppError as `openInsight` */
export async function readReplies(ctx: Context, asked: InsightFilters): Promise<RepliesInsight> {
  const insight = await openInsight(ctx, asked);
  const now = countByKey(await replyCases(ctx, insight, insight.span.now));
  const before = countByKey(await replyCases(ctx, insight, insight.span.before));
  const groups = await namedGroups(ctx);
  const total = (counts: Counts): ReplyCount => ({
    replies: counts.get(ALL_KEY) ?? 0,
    positive: counts.get(POSITIVE_KEY) ?? 0,
  });
  const named = (list: NamedGroups["campaigns"]) =>
    list
      .map((group) => ({ ...group, ...replyCount(now, group.key) }))
      .filter(({ replies }) => replies > 0)
      .toSorted((a, b) => b.replies - a.replies);
  return {
    now: total(now),
    before: total(before),
    campaigns: named(groups.campaigns),
    mailboxes: named(groups.mailboxes),
  };
}

type Counts = ReadonlyMap<string, number>;

/** The figures of one group. */
export const replyCount = (counts: Counts, group: string): ReplyCount => ({
  replies: counts.get(group) ?? 0,
  positive: counts.get(`${group}:${POSITIVE_KEY}`) ?? 0,
});
