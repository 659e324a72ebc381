import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import type { SendReplyNowInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/**
 * Makes a waiting reply due at this moment. It is a person's send from here on: a condition it had no longer counts.
 * A hold of the mailbox goes on.
 * @throws AppError `conflict` with what the reply has become, when it does not wait any more
 */
export async function sendReplyNow({ actor, db, now }: Context, { replyId }: SendReplyNowInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.status !== "scheduled" && reply.status !== "queued") throw tooLate(reply.status);
    await tx
      .update(replies)
      .set({
        status: "queued",
        dueAt: now(),
        nextAttemptAt: null,
        scheduledAt: null,
        scheduledZone: null,
        scheduleCondition: "always",
      })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId });
    await announceReply(tx, reply, "reply.hastened", { by: actor });
    return { replyId, status: "queued" as const };
  });
}
