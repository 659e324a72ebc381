import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "../record";
import type { ReplyRow } from "./reply-row";

/** A mailbox's server has taken a sign-in for sending: if it was refused before, that is over, and what waits leaves. */
export async function sendingWorks(
  tx: Database,
  at: Date,
  { workspaceId, mailboxId, smartleadLeadId }: ReplyRow,
): Promise<void> {
  if (smartleadLeadId !== null) return;
  const well = await tx
    .update(mailboxes)
    .set({ state: "connected", stateReason: null, stateDetail: null, stateSince: at, nextAttemptAt: null })
    .where(and(eq(mailboxes.id, mailboxId), eq(mailboxes.state, "failing"), eq(mailboxes.stateReason, "sending")))
    .returning({ id: mailboxes.id });
  if (well.length === 0) return;
  await record(tx, { workspaceId }, "mailbox.connected", { subjectId: mailboxId, data: { reason: null } });
  await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId });
}
