import { sql } from "drizzle-orm";
import type { BouncesInsight } from "@/lib/domain/insights/insight-blocks";
import { ALL_KEY, countByKey } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { campaignKey, mailboxKey } from "@/lib/domain/insights/replies";
import type { Context } from "@/lib/services/context";
import { bounceCases } from "./bounce-cases";
import { type NamedGroups, namedGroups } from "./named-groups";
import { type Insight, openInsight } from "./open-insight";
import type { InsightFilters } from "./schemas";
import { isIn } from "./sql-parts";

/** How much came back of what was sent: in all, by campaign and by mailbox. @throws AppError as `openInsight` */
export async function readBounces(ctx: Context, asked: InsightFilters): Promise<BouncesInsight> {
  const insight = await openInsight(ctx, asked);
  const { now, before } = insight.span;
  const bounces = countByKey(await bounceCases(ctx, insight, now));
  const former = countByKey(await bounceCases(ctx, insight, before));
  const sent = await sentByKey(ctx, insight, now);
  const formerSent = await sentByKey(ctx, insight, before);
  const groups = await namedGroups(ctx);
  const of = (key: string) => ({ bounces: bounces.get(key) ?? 0, sent: sent.get(key) ?? 0 });
  const named = (list: NamedGroups["campaigns"]) =>
    list
      .map((group) => ({ ...group, ...of(group.key) }))
      .filter((each) => each.bounces + each.sent > 0)
      .toSorted((a, b) => b.bounces - a.bounces || b.sent - a.sent);
  return {
    now: of(ALL_KEY),
    before: { bounces: former.get(ALL_KEY) ?? 0, sent: formerSent.get(ALL_KEY) ?? 0 },
    campaigns: named(groups.campaigns),
    mailboxes: named(groups.mailboxes),
  };
}

type Sent = { campaign: number | null; mailboxId: string; count: number };

async function sentByKey({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<Map<string, number>> {
  const { rows } = await db.execute<Sent>(sql`
    select campaigns.number::float8 as campaign, threads.mailbox_id as "mailboxId", count(*)::int as count
    from messages join threads on threads.id = messages.thread_id left join campaigns on campaigns.id = threads.campaign_id
    where messages.workspace_id = ${actor.workspaceId} and messages.direction = 'out' and not messages.is_automatic
      and ${isIn(sql`messages.sent_at`, span)} and ${where}
    group by 1, 2`);
  const counts = new Map<string, number>();
  for (const { campaign, mailboxId, count } of rows)
    for (const key of [ALL_KEY, campaignKey(campaign), mailboxKey(mailboxId)])
      counts.set(key, (counts.get(key) ?? 0) + count);
  return counts;
}
