import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { mailboxes, smartleadMailboxes } from "@/lib/db/schema";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import type { ConnectionRef } from "./connection-ref";

/** Connecting an account again brings back its mailboxes that were removed, as adding an address again does with its own. */
export async function reviveRemoteMailboxes(
  { db, now }: { db: Database; now: Clock },
  { id: connectionId }: ConnectionRef,
): Promise<void> {
  await db.transaction(async (tx) => {
    const own = tx
      .select({ id: smartleadMailboxes.mailboxId })
      .from(smartleadMailboxes)
      .where(eq(smartleadMailboxes.connectionId, connectionId));
    const back = await tx
      .update(mailboxes)
      .set({ state: "connected", stateSince: now(), disabledAt: null, removedAt: null })
      .where(and(inArray(mailboxes.id, own), eq(mailboxes.engine, "smartlead"), isNotNull(mailboxes.removedAt)))
      .returning({ id: mailboxes.id });
    for (const { id } of back) await releaseHeldReplies(tx, id);
  });
}
