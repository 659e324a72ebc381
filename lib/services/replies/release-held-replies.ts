import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";

/**
 * Lets a mailbox's held replies try again at once. Called in the transaction that sets the mailbox right (enabled,
 * new password); the next look of a worker claims them, and the hold goes with the claim.
 */
export async function releaseHeldReplies(tx: Database, mailboxId: string): Promise<void> {
  await tx
    .update(replies)
    // What the cap has put off is not late, as its time is the one that it was put off to.
    .set({
      nextAttemptAt: sql`case when ${replies.heldReason} = 'cap' then least(${replies.nextAttemptAt}, now()) end`,
    })
    .where(
      and(
        eq(replies.mailboxId, mailboxId),
        inArray(replies.status, ["scheduled", "queued"]),
        isNotNull(replies.heldReason),
      ),
    );
}
