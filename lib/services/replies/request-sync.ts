import { and, eq, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { mailboxes, smartleadConnections, smartleadMailboxes } from "@/lib/db/schema";

/**
 * Asks whoever reads this mailbox to look for new mail now: its server's reader, answered by `lastSyncedAt`, and Smartlead's, by
 * `lastPolledAt`.
 * A request that is still unanswered stays as it is, so that asking again and again does not move it.
 */
export async function requestSync(db: Database, now: Clock, mailboxId: string): Promise<void> {
  await db
    .update(mailboxes)
    .set({ syncRequestedAt: now() })
    .where(
      and(
        eq(mailboxes.id, mailboxId),
        or(isNull(mailboxes.syncRequestedAt), lt(mailboxes.syncRequestedAt, sql`${mailboxes.lastSyncedAt}`)),
      ),
    );
  const { pollRequestedAt, lastPolledAt } = smartleadConnections;
  await db
    .update(smartleadConnections)
    .set({ pollRequestedAt: now() })
    .where(
      and(
        inArray(
          smartleadConnections.id,
          db
            .select({ id: smartleadMailboxes.connectionId })
            .from(smartleadMailboxes)
            .where(eq(smartleadMailboxes.mailboxId, mailboxId)),
        ),
        or(isNull(pollRequestedAt), lt(pollRequestedAt, lastPolledAt)),
      ),
    );
}
