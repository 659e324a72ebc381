import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { may, type Context } from "../context";
import type { RetryReplyInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";
import { unsent } from "./unsent";

/**
 * Sends a failed reply again: the same row and the same Message-ID, with all tries ahead of it.
 * @throws AppError `conflict` unless the reply has failed; an unknown outcome has to be resolved first
 */
export async function retryReply({ actor, db, now }: Context, { replyId }: RetryReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (reply.status !== "failed") throw tooLate(reply.status);
    await tx
      .update(replies)
      .set({ ...unsent, status: "queued", dueAt: now() })
      .where(eq(replies.id, replyId));
    await enqueue(tx, JOBS.sendReply, { replyId });
    await announceReply(tx, reply, "reply.retried", { by: actor });
    return { replyId, status: "queued" as const };
  });
}
