import { sql } from "drizzle-orm";
import { type Answer, answerCase } from "@/lib/domain/insights/answers";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { instant, isIn, millis } from "./sql-parts";
import { workingClocks } from "./working-clocks";

/**
 * The first answers of a span. Of each thread with an answer in it all that was said is read in order: what stands between two of our
 * replies is one turn, which begins with the lead's first message and ends with the reply.
 */
export async function answerCases(
  ctx: Context,
  { where, span: { zone } }: Insight,
  span: DaySpan,
): Promise<InsightCase[]> {
  const { rows } = await ctx.db.execute<Answer>(sql`
    with answered as materialized (
      select distinct threads.id, threads.assignee_id from messages join threads on threads.id = messages.thread_id
      where messages.workspace_id = ${ctx.actor.workspaceId} and messages.direction = 'out' and not messages.is_automatic
        and messages.step is null and ${isIn(sql`messages.sent_at`, span)} and ${where}),
    said as (
      select messages.thread_id, answered.assignee_id, messages.sent_at, messages.direction, messages.author_id,
        coalesce(sum((messages.direction = 'out')::int) over (partition by messages.thread_id
          order by messages.sent_at, messages.direction, messages.id
          rows between unbounded preceding and 1 preceding), 0) as turn
      from answered join messages on messages.thread_id = answered.id left join replies on replies.id = messages.reply_id
      where not messages.is_automatic and messages.sent_at < ${instant(span.end)}
        and (messages.direction = 'in' or (messages.step is null
          and (replies.id is null or (replies.kind = 'reply' and replies.origin <> 'machine')))))
    select thread_id::float8 as "threadId", assignee_id as "ownerId",
      ${millis(sql`min(sent_at) filter (where direction = 'in')`)} as "beganAt",
      ${millis(sql`max(sent_at) filter (where direction = 'out')`)} as "answeredAt",
      max(author_id::text) filter (where direction = 'out') as "authorId"
    from said group by thread_id, assignee_id, turn
    having min(sent_at) filter (where direction = 'in') is not null
      and max(sent_at) filter (where direction = 'out') >= ${instant(span.starts[0]!)}`);
  const first = rows.reduce((least, { beganAt }) => Math.min(least, beganAt), span.starts[0]!);
  const clockOf = await workingClocks(ctx, first, span.end, zone);
  return rows.map((answer) => answerCase(answer, span, clockOf));
}
