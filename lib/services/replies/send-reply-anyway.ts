import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { leads, replies, threads } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { judgeAnew } from "@/lib/services/reviews/judge-anew";
import { may, type Actor, type Context } from "../context";
import { byPerson } from "./by-person";
import type { SendReplyAnywayInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate, type ReplyRow } from "./reply-row";
import { requireWritable } from "./send-email-thread-lead";
import { unsent } from "./unsent";

/**
 * Sends a reply that was dropped because the lead answered first, at once and without its condition: a person has read the answer. Or one
 * that is held for a teammate's reply, at its time: its author has read both.
 * @throws AppError `conflict` unless it was dropped or held for that; `forbidden` (not_author) for a held one of somebody else; `unprocessable` (lead_…) when the lead must not be written to:
 * then it has to be opened as a draft, whose sender is told and confirms
 */
export async function sendReplyAnyway({ actor, db, now }: Context, { replyId }: SendReplyAnywayInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.heldReason === "teammate" && isPending(reply.status)) return letGo(tx, actor, reply, now());
    if (reply.status !== "cancelled" || reply.reason !== "lead_answered") throw tooLate(reply.status);
    const { threadId } = reply;
    const [found] = await tx
      .select({ lead: leads })
      .from(threads)
      .innerJoin(leads, eq(leads.id, threads.leadId))
      .where(eq(threads.id, threadId));
    if (found) await requireWritable(tx, { lead: found.lead, thread: { id: threadId } }, undefined);
    await tx
      .update(replies)
      .set({
        ...unsent,
        status: "queued",
        dueAt: now(),
        scheduledAt: null,
        scheduledZone: null,
        scheduleCondition: "always",
        origin: byPerson(reply.origin),
      })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId });
    // It may have been dropped before anybody had looked at it.
    const status = await judgeAnew({ actor, db: tx, now }, replyId, { isWrittenAnew: false });
    await announceReply(tx, reply, "reply.sent_anyway", { by: actor });
    return { replyId, status };
  });
}

/** What waits for approval goes on waiting for that. */
async function letGo(tx: Database, actor: Actor, reply: ReplyRow, at: Date) {
  if (reply.authorId !== actor.memberId) throw new AppError("forbidden", { reason: "not_author" });
  const { id: replyId, dueAt } = reply;
  const isAhead = reply.status === "awaiting_approval" || dueAt > at;
  const status = isAhead ? reply.status : ("queued" as const);
  await tx
    .update(replies)
    .set({ status, heldReason: null, seenBesideAt: at, nextAttemptAt: null })
    .where(eq(replies.id, replyId));
  await enqueue(tx, JOBS.sendReply, { replyId }, isAhead ? { after: dueAt } : {});
  await announceReply(tx, reply, "reply.sent_anyway", { by: actor, data: { beside: true } });
  return { replyId, status };
}
