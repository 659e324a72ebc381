import { sql } from "drizzle-orm";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { type Reply, replyCase } from "@/lib/domain/insights/replies";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { IS_LEADS, isIn, millis } from "./sql-parts";

/** The threads in which a lead wrote in a span. */
export async function replyCases({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  const { rows } = await db.execute<Reply>(sql`
    select threads.id::float8 as "threadId", ${millis(sql`wrote.first_at`)} as "firstAt", campaigns.number::float8 as campaign,
      threads.mailbox_id as "mailboxId", threads.assignee_id as "ownerId",
      coalesce(categories.sentiment = 'positive', false) as "isPositive"
    from (select messages.thread_id, min(messages.sent_at) as first_at from messages
      where messages.workspace_id = ${actor.workspaceId} and ${IS_LEADS} and ${isIn(sql`messages.sent_at`, span)}
      group by messages.thread_id) wrote
    join threads on threads.id = wrote.thread_id left join campaigns on campaigns.id = threads.campaign_id
    left join categories on categories.id = threads.category_id
    where ${where}`);
  return rows.map(replyCase);
}
