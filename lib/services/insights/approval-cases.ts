import { sql } from "drizzle-orm";
import { type Approval, approvalCase } from "@/lib/domain/insights/approvals";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import type { DaySpan } from "@/lib/domain/insights/insight-span";
import { roleMay } from "@/lib/domain/permissions";
import type { Context } from "@/lib/services/context";
import { DECISIONS_OF_REVIEW } from "@/lib/services/reviews/decisions-of-review";
import type { Insight } from "./open-insight";
import { isIn, millis } from "./sql-parts";

/**
 * The decisions of a span on replies that waited for approval, by whoever decided, each return and each approval for itself: what was
 * taken back or stopped meanwhile is none. What is looked at inside is not for clients.
 */
export async function approvalCases({ actor, db }: Context, { where }: Insight, span: DaySpan): Promise<InsightCase[]> {
  if (!roleMay(actor.role, "review.ask")) return [];
  const { rows } = await db.execute<Approval>(sql`
    select reviews.thread_id::float8 as "threadId", ${millis(sql`decisions.asked_at`)} as "askedAt",
      ${millis(sql`decisions.decided_at`)} as "decidedAt"
    from reviews join threads on threads.id = reviews.thread_id cross join ${DECISIONS_OF_REVIEW}
    where reviews.workspace_id = ${actor.workspaceId} and reviews.kind = 'approval'
      and decisions.asked_at is not null and ${isIn(sql`decisions.decided_at`, span)} and ${where}`);
  return rows.map(approvalCase);
}
