import { sql } from "drizzle-orm";
import { hourCases, type Written } from "@/lib/domain/insights/hours";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { IS_LEADS, isIn, millis } from "./sql-parts";

/** In which hours of their week leads wrote in a span. */
export async function writtenHourCases(
  { actor, db }: Context,
  { where }: Insight,
  span: DaySpan,
): Promise<InsightCase[]> {
  const { rows } = await db.execute<Written>(sql`
    select messages.thread_id::float8 as "threadId", ${millis(sql`messages.sent_at`)} as at, leads.time_zone as zone,
      messages.sent_offset as ahead, coalesce(categories.sentiment = 'positive', false) as "isPositive"
    from messages join threads on threads.id = messages.thread_id left join leads on leads.id = threads.lead_id
    left join categories on categories.id = threads.category_id
    where messages.workspace_id = ${actor.workspaceId} and ${IS_LEADS} and ${isIn(sql`messages.sent_at`, span)} and ${where}`);
  return hourCases(rows);
}
