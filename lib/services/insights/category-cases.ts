import { sql } from "drizzle-orm";
import { type CategoryChange, categoryHeldAt, heldCase } from "@/lib/domain/insights/categories-held";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import { type DaySpan, weeksOf } from "@/lib/domain/insights/insight-span";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { IS_LEADS, isIn, millis } from "./sql-parts";

type Heard = { threadId: number; week: number; lastAt: number; categoryId: string | null };
type Change = { threadId: number; at: number; to: string | null; isUndone: boolean };

/** Which category each thread held at the end of each week in which its lead wrote. */
export async function categoryCases(ctx: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  const { actor, db } = ctx;
  const weeks = weeksOf(span);
  const begins = weeks.map(({ start }) => new Date(start).toISOString());
  const { rows } = await db.execute<Heard>(sql`
    select threads.id::float8 as "threadId", threads.category_id as "categoryId", ${millis(sql`max(messages.sent_at)`)} as "lastAt",
      width_bucket(messages.sent_at, ${sql.param(begins)}::timestamptz[]) - 1 as week
    from messages join threads on threads.id = messages.thread_id
    where messages.workspace_id = ${actor.workspaceId} and ${IS_LEADS} and ${isIn(sql`messages.sent_at`, span)} and ${where}
    group by threads.id, week`);
  const changes = await changesOf(ctx, where);
  return rows.map(({ threadId, week: nth, lastAt, categoryId: now }) => {
    const week = weeks[nth]!;
    return heldCase({ threadId, week, lastAt, categoryId: categoryHeldAt(week.end, changes.get(threadId) ?? [], now) });
  });
}

async function changesOf({ actor, db }: Context, where: Insight["where"]): Promise<Map<number, CategoryChange[]>> {
  const { rows } = await db.execute<Change>(sql`
    select events.thread_id::float8 as "threadId", ${millis(sql`events.at`)} as at, events.data ->> 'to' as "to",
      events.kind = 'thread.triage_undone' as "isUndone"
    from events join threads on threads.id = events.thread_id
    where events.workspace_id = ${actor.workspaceId} and ${where} and (events.kind = 'thread.categorised'
      or (events.kind = 'thread.triage_undone' and events.data ->> 'kind' = 'category'))
    order by events.at, events.id`);
  const changes = new Map<number, CategoryChange[]>();
  for (const { threadId, at, to, isUndone } of rows)
    changes.set(threadId, [...(changes.get(threadId) ?? []), { at, to: isUndone ? "undone" : to }]);
  return changes;
}
