import { eq } from "drizzle-orm";
import { leads, replies, threads } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import { byPerson } from "./by-person";
import type { SendReplyAnywayInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";
import { requireWritable } from "./send-email-thread-lead";
import { unsent } from "./unsent";

/**
 * Sends a reply that was dropped because the lead answered first, at once and without its condition: a person has read the answer.
 * @throws AppError `conflict` unless it was dropped for that; `unprocessable` (lead_…) when the lead must not be written to:
 * then it has to be opened as a draft, whose sender is told and confirms
 */
export async function sendReplyAnyway({ actor, db, now }: Context, { replyId }: SendReplyAnywayInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
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
    await announceReply(tx, reply, "reply.sent_anyway", { by: actor });
    return { replyId, status: "queued" as const };
  });
}
