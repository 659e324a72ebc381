import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import { giveBackByReply } from "../assignment/give-back-by-reply";
import { may, type Context } from "../context";
import { followReply } from "../follow-ups/follow-reply";
import { takeBackAfterSend } from "./after-send";
import type { CancelReplyInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/**
 * Takes a reply back that has not left, or puts a failed one aside. It stays in the thread as cancelled and can be reopened;
 * what was done along with it is taken back.
 * @throws AppError `conflict` with what the reply has become (`already_sending`, `already_sent`, …) when it is too late
 */
export async function cancelReply({ actor, db, now }: Context, { replyId }: CancelReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status) && reply.status !== "failed") throw tooLate(reply.status);
    await tx
      .update(replies)
      .set({ status: "cancelled", reason: "by_person", heldReason: null, nextAttemptAt: null })
      .where(eq(replies.id, replyId));
    await closeReviews(tx, [replyId], now());
    await takeBackAfterSend(tx, actor, reply, now());
    await giveBackByReply(tx, actor, reply);
    await announceReply(tx, reply, "reply.cancelled", { by: actor, data: { reason: "by_person" } });
    await followReply(tx, reply, { leftAt: null, at: now() });
    return { replyId, status: "cancelled" as const, at: now().toISOString() };
  });
}
