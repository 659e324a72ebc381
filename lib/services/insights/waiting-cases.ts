import { sql } from "drizzle-orm";
import type { InsightCase } from "@/lib/domain/insights/insight-case";
import { type Waiting, waitingCase } from "@/lib/domain/insights/waiting";
import type { Context } from "@/lib/services/context";
import type { Insight } from "./open-insight";
import { millis } from "./sql-parts";
import { workingClocks } from "./working-clocks";

/** The threads that wait at this moment, whatever the span. */
export async function waitingCases(ctx: Context, { where, span, now }: Insight): Promise<InsightCase[]> {
  const { rows } = await ctx.db.execute<Waiting>(sql`
    select threads.id::float8 as "threadId", threads.assignee_id as "ownerId",
      ${millis(sql`coalesce(threads.awaiting_since, threads.last_message_at)`)} as since
    from threads where threads.is_awaiting_answer and threads.archived_at is null and ${where}`);
  const first = rows.reduce((least, { since }) => Math.min(least, since), now.getTime());
  const clockOf = await workingClocks(ctx, first, now.getTime(), span.zone);
  return rows.map((waiting) => waitingCase(waiting, now.getTime(), clockOf));
}
