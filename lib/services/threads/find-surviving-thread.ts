import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events } from "@/lib/db/schema";

/** A thread may have been merged more than once. */
const MOST_STEPS = 10;

/** The number of the thread that one was merged into when its late parent came; null for one that never was. */
export async function findSurvivingThread(db: Database, workspaceId: string, threadId: number): Promise<number | null> {
  let found: number | null = null;
  for (let step = 0; step < MOST_STEPS; step++) {
    const [merged] = await db
      .select({ into: sql<number>`(${events.data} ->> 'into')::bigint`.mapWith(Number) })
      .from(events)
      .where(
        and(
          eq(events.threadId, found ?? threadId),
          eq(events.workspaceId, workspaceId),
          eq(events.kind, "thread.merged"),
        ),
      )
      .orderBy(desc(events.at))
      .limit(1);
    if (!merged) return found;
    found = merged.into;
  }
  return found;
}
