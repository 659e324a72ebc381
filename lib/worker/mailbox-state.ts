import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "@/lib/services/record";
import type { Mailbox } from "./mailbox-lease";

type State =
  | { state: "connected" }
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
    const { workspaceId } = mailbox;
    await record(tx, { workspaceId }, `mailbox.${next.state}`, { subjectId: mailbox.id, data: { reason } });
    await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId: mailbox.id });
  });
}

/** Everything that had arrived by `startedAt` is stored. Whoever waits for a fresh sync compares with his own instant. */
export async function setSynced(db: Database, mailboxId: string, startedAt: Date): Promise<void> {
  await db
    .update(mailboxes)
    .set({ lastSyncedAt: sql`greatest(${mailboxes.lastSyncedAt}, ${startedAt.toISOString()}::timestamptz)` })
    .where(eq(mailboxes.id, mailboxId));
}
