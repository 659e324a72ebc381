import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/lib/db/client";
import { threadReminders } from "@/lib/db/schema";

/** Whether a member has an open reminder of the same kind in a reminder's thread already: each keeps one. For `exists`. */
export function wantedBackBy(tx: Database, memberId: string | SQL) {
  const own = alias(threadReminders, "own");
  return tx
    .select({ one: sql`1` })
    .from(own)
    .where(
      and(
        eq(own.threadId, threadReminders.threadId),
        eq(own.kind, threadReminders.kind),
        eq(own.memberId, memberId),
        isNull(own.closedAt),
      ),
    );
}
