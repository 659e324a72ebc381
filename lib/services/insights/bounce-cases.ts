import { sql } from "drizzle-orm";
import { bounceCase, type BounceReport } from "@/lib/domain/insights/bounces";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { isIn, millis } from "./sql-parts";

/** The reports of a span that something could not be delivered. */
export async function bounceCases({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  const { rows } = await db.execute<BounceReport>(sql`
    select threads.id::float8 as "threadId", ${millis(sql`messages.sent_at`)} as at, campaigns.number::float8 as campaign,
      threads.mailbox_id as "mailboxId"
    from messages join threads on threads.id = messages.thread_id left join campaigns on campaigns.id = threads.campaign_id
    where messages.workspace_id = ${actor.workspaceId} and messages.direction = 'in' and messages.bounces <> '[]'::jsonb
      and ${isIn(sql`messages.sent_at`, span)} and ${where}`);
  return rows.map(bounceCase);
}
