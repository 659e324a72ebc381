import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes, replies } from "@/lib/db/schema";
import { signInDelay } from "@/lib/domain/retry-delay";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "../record";
import { announceReply, type ReplyRow } from "./reply-row";

/**
 * The server took no sign-in for sending: nothing of the mailbox leaves before the next attempt, which one reply makes for all of them,
 * ever rarer until somebody has set it right. That is no try of the reply's own. Called with the reply locked.
 */
export async function holdForSignIn(
  tx: Database,
  at: Date,
  reply: ReplyRow,
  shared: Partial<ReplyRow> & { detail: string },
): Promise<"queued"> {
  const { id, workspaceId, mailboxId } = reply;
  const isIt = eq(mailboxes.id, mailboxId);
  const [mailbox] = await tx.select().from(mailboxes).where(isIt).for("no key update");
  const isFailing = mailbox?.state === "failing";
  // Without a next attempt somebody has changed it meanwhile: what was refused before was another sign-in.
  const isKnown = isFailing && mailbox.stateReason === "sending" && mailbox.nextAttemptAt !== null;
  const since = isKnown ? mailbox.stateSince : at;
  const nextAttemptAt = new Date(at.getTime() + signInDelay(at.getTime() - since.getTime()));
  await tx
    .update(replies)
    .set({
      ...shared,
      status: "queued",
      heldReason: "auth",
      attempts: Math.max(0, reply.attempts - 1),
      nextAttemptAt,
    })
    .where(eq(replies.id, id));
  // A password that reading was refused is tried by whoever reads, and holds all replies by itself.
  const isReadersCase = isFailing && mailbox.stateReason === "auth";
  if (mailbox && mailbox.state !== "disabled" && !isReadersCase) {
    const state = { state: "failing", stateReason: "sending", stateDetail: shared.detail, stateSince: since } as const;
    await tx
      .update(mailboxes)
      .set({ ...state, nextAttemptAt })
      .where(isIt);
    if (!isKnown)
      await record(tx, { workspaceId }, "mailbox.failed", { subjectId: mailboxId, data: { reason: "sending" } });
    await notifyChange(tx, { workspaceId, kind: "mailbox", mailboxId });
  }
  await announceReply(tx, reply, "reply.held", { data: { reason: "auth" } });
  return "queued";
}
