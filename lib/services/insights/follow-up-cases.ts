import { sql } from "drizzle-orm";
import { type FollowUp, followUpCase } from "@/lib/domain/insights/follow-ups";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { roleMay } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { instant, isIn, millis } from "./sql-parts";

/** The follow-ups that were due in a span and are either kept or missed by now; plans are not for clients. */
export async function followUpCases(
  { actor, db }: Context,
  { where, now }: Insight,
  span: DaySpan,
): Promise<InsightCase[]> {
  if (!roleMay(actor.role, "plan.read")) return [];
  const { rows } = await db.execute<FollowUp>(sql`
    select replies.thread_id::float8 as "threadId", ${millis(sql`replies.due_at`)} as "dueAt", threads.assignee_id as "ownerId",
      case when replies.status in ('sent', 'handed_over')
        then ${millis(sql`coalesce(replies.sent_at, replies.handed_over_at)`)} end as "leftAt",
      replies.status = 'cancelled' as "isCancelled",
      coalesce(replies.reason = 'lead_answered', false) as "isAnswered"
    from replies join threads on threads.id = replies.thread_id
    where replies.workspace_id = ${actor.workspaceId} and replies.kind = 'reply'
      and (replies.origin = 'machine' or replies.schedule_condition = 'if_no_reply')
      and ${isIn(sql`replies.due_at`, span)} and replies.due_at <= ${instant(now.getTime())} and ${where}`);
  return rows.flatMap((followUp) => followUpCase(followUp, span, now.getTime()) ?? []);
}
