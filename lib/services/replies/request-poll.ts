import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { smartleadConnections } from "@/lib/db/schema";

/** Asks whoever reads this account at Smartlead to look for replies now. A request that is still unanswered stays as it is. */
export async function requestPoll(db: Database, now: Clock, connectionId: string): Promise<void> {
  const { id, pollRequestedAt, lastPolledAt } = smartleadConnections;
  await db
    .update(smartleadConnections)
    .set({ pollRequestedAt: now() })
    .where(and(eq(id, connectionId), or(isNull(pollRequestedAt), lt(pollRequestedAt, lastPolledAt))));
}
