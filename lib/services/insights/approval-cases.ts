import { sql } from "drizzle-orm";
import { type Approval, approvalCase } from "@/lib/domain/insights/approvals";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { roleMay } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { isIn, millis } from "./sql-parts";

/**
 * The decisions of a span on replies that waited for approval, by whoever decided: what was taken back or stopped meanwhile is none.
 * What is looked at inside is not for clients.
 */
export async function approvalCases({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  if (!roleMay(actor.role, "review.ask")) return [];
  const { rows } = await db.execute<Approval>(sql`
    select reviews.thread_id::float8 as "threadId", ${millis(sql`reviews.waiting_since`)} as "waitingSince",
      ${millis(sql`reviews.decided_at`)} as "decidedAt"
    from reviews join threads on threads.id = reviews.thread_id
    where reviews.workspace_id = ${actor.workspaceId} and reviews.kind = 'approval'
      and reviews.decided_by_id is not null and reviews.decided_at >= reviews.waiting_since and ${isIn(sql`reviews.decided_at`, span)} and ${where}`);
  return rows.map(approvalCase);
}
