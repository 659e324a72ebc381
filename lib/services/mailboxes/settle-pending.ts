import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { giveBackByReply } from "@/lib/services/assignment/give-back-by-reply";
import type { Actor, Context } from "@/lib/services/context";
import { followReply } from "@/lib/services/follow-ups/follow-reply";
import { takeBackAfterSend } from "@/lib/services/replies/after-send";
import { moveReply, requireSender } from "@/lib/services/replies/move-reply";
import { announceReply, type ReplyRow } from "@/lib/services/replies/reply-row";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import type { LeaveMailboxInput } from "./schemas";

export type Settled = { moved: number; cancelled: number; held: number };

/**
 * What becomes of the replies of a mailbox that goes: those that wait are held (as they are), given to another mailbox, or cancelled,
 * with their texts in their threads. A failed one is put aside with `cancel` and is left otherwise: sending it again is a person's
 * to say. What is being sent at this moment, and what may have been sent, is left alone.
 * @throws AppError `unprocessable` (mailbox_not_connected) for a mailbox that cannot send
 */
export async function settlePending(
  tx: Database,
  { actor, now }: Pick<Context, "actor" | "now">,
  { mailboxId, pending = "hold", moveToId }: LeaveMailboxInput,
): Promise<Settled> {
  const rows = await lockUnsent(tx, mailboxId);
  const waiting = rows.filter(({ status }) => isPending(status));
  if (pending === "hold") return { moved: 0, cancelled: 0, held: waiting.length };
  const { workspaceId } = actor;
  if (pending === "move") {
    const mailbox = await requireSender(tx, { workspaceId, mailboxId }, moveToId!);
    // What leaves by Smartlead leaves from the mailbox of its thread and from no other.
    const movable = waiting.filter(({ smartleadLeadId }) => smartleadLeadId === null);
    for (const reply of movable) await moveReply(tx, reply, mailbox, { by: actor, at: now(), isOneOfMany: true });
    return { moved: movable.length, cancelled: 0, held: waiting.length - movable.length };
  }
  await cancelAll(tx, actor, rows, now());
  return { moved: 0, cancelled: rows.length, held: 0 };
}

/** All in one step, before any is followed: else a step of a chain would wait for the look that the one before it was to get. */
async function cancelAll(tx: Database, actor: Actor, rows: ReplyRow[], at: Date): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const reason = "by_person";
  await tx
    .update(replies)
    .set({ status: "cancelled", reason, heldReason: null, nextAttemptAt: null })
    .where(inArray(replies.id, ids));
  await closeReviews(tx, ids, at);
  for (const reply of rows) {
    await takeBackAfterSend(tx, actor, reply, at, { isLeaving: true });
    await giveBackByReply(tx, actor, reply);
    await announceReply(tx, reply, "reply.cancelled", { by: actor, data: { reason } });
    await followReply(tx, reply, { leftAt: null, at });
  }
}

/** Threads before replies and each in one order, as everybody locks them. */
async function lockUnsent(tx: Database, mailboxId: string) {
  const isUnsent = and(
    eq(replies.mailboxId, mailboxId),
    inArray(replies.status, ["awaiting_approval", "scheduled", "queued", "failed"]),
  );
  const own = tx.select({ id: replies.threadId }).from(replies).where(isUnsent);
  await tx
    .select({ id: threads.id })
    .from(threads)
    .where(inArray(threads.id, own))
    .orderBy(asc(threads.id))
    .for("no key update");
  return tx.select().from(replies).where(isUnsent).orderBy(asc(replies.id)).for("update");
}
