import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import type { Mailbox } from "./mailbox-lease";

type State =
  /** `canSend`: its server for sending has been asked as well. */
  | { state: "connected"; canSend?: true }
  | { state: "failing"; reason: "auth" | "network" | "tls" | "name"; detail: string; nextAttemptAt: Date };

/** Writes how a mailbox stands. `stateSince` moves, and screens hear of it, only when state or reason change. */
export async function setMailboxState(db: Database, mailbox: Mailbox, at: Date, next: State): Promise<void> {
  const reason = next.state === "failing" ? next.reason : null;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(mailboxes)
      .where(and(eq(mailboxes.id, mailbox.id), isNull(mailboxes.disabledAt)))
      .for("no key update");
    if (!row) return;
    // Being read says nothing of sending: until that is tried again, only a test or a person sets it right.
    const isRefused = row.state === "failing" && row.stateReason === "sending" && row.nextAttemptAt !== null;
    if (isRefused && next.state === "connected" && !next.canSend) return;
    const isNews = row.state !== next.state || row.stateReason !== reason;
    const nextAttemptAt = next.state === "failing" ? next.nextAttemptAt : null;
    if (!isNews && next.state === "connected" && row.nextAttemptAt === null) return;
    await tx
      .update(mailboxes)
      .set({
        state: next.state,
        stateReason: reason,
        stateDetail: next.state === "failing" ? next.detail : null,
        nextAttemptAt,
        ...(isNews ? { stateSince: at } : {}),
      })
      .where(eq(mailboxes.id, mailbox.id));
    if (!isNews) return;
    if (next.state === "connected" && next.canSend) await releaseHeldReplies(tx, mailbox.id);
    const { workspaceId } = mailbox;
    await record(tx, { workspaceId }, `mailbox.${next.state}`, { subjectId: mailbox.id, data: { reason } });
    await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId: mailbox.id });
  });
}

/**
 * Everything that had arrived by `startedAt` is stored, in each folder that is read. One that the server refuses for good keeps this
 * back until somebody settles that it is not to be read: the mailbox counts as behind, and what waits for an answer is held and says
 * so, rather than leave on a guess. Whoever waits for a fresh sync compares with his own instant.
 */
export async function setSynced(db: Database, mailboxId: string, startedAt: Date): Promise<void> {
  await db
    .update(mailboxes)
    .set({ lastSyncedAt: sql`greatest(${mailboxes.lastSyncedAt}, ${startedAt.toISOString()}::timestamptz)` })
    .where(eq(mailboxes.id, mailboxId));
}
