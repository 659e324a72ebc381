import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies } from "@/lib/db/schema";

/**
 * Lets a mailbox's held replies try again at once. Called in the transaction that sets the mailbox right (enabled,
 * new password); the next look of a worker claims them, and the hold goes with the claim.
 */
export async function releaseHeldReplies(tx: Database, mailboxId: string): Promise<void> {
  await tx
    .update(replies)
    .set({ nextAttemptAt: null })
    .where(
      and(
        eq(replies.mailboxId, mailboxId),
        inArray(replies.status, ["scheduled", "queued"]),
        isNotNull(replies.heldReason),
      ),
    );
}
