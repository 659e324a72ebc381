import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { mailboxes, smartleadMailboxes } from "@/lib/db/schema";
import { requestPoll } from "./request-poll";

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
  const remote = await db
    .select({ id: smartleadMailboxes.connectionId })
    .from(smartleadMailboxes)
    .where(eq(smartleadMailboxes.mailboxId, mailboxId));
  for (const { id } of remote) await requestPoll(db, now, id);
}
