import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import { giveBackByReply } from "../assignment/give-back-by-reply";
import { may, type Context } from "../context";
import { followReply } from "../follow-ups/follow-reply";
import { draftUnlessOther } from "../drafts/draft-unless-other";
import type { UndoReplyInput } from "./outbox-schemas";
import { takeBackAfterSend } from "./after-send";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/**
 * Takes a reply back while the server still holds it, and gives it back as a draft with a new id. Undo and the worker
 * compete for the same row: whoever comes second is told so.
 * @returns `draft` null when the author has begun another draft meanwhile; the reply then stays in the thread and can be reopened. Null
 * too for the answer to an invitation
 * @throws AppError `conflict` with `already_sending`, `already_sent`, …
 */
export async function undoReply({ actor, db, now }: Context, { replyId }: UndoReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status)) throw tooLate(reply.status);
    const savedAt = now();
    const draft = await draftUnlessOther(tx, actor, reply, savedAt);
    // Without a draft the text is only in the reply, which has to stay in sight. An invitation is answered anew above its message.
    const reason = draft || reply.calendarPart !== null ? "undone" : "by_person";
    await tx
      .update(replies)
      .set({ status: "cancelled", reason, heldReason: null, nextAttemptAt: null })
      .where(eq(replies.id, replyId));
    await closeReviews(tx, [replyId], now());
    await takeBackAfterSend(tx, actor, reply, now());
    await giveBackByReply(tx, actor, reply);
    await announceReply(tx, reply, "reply.undone", { by: actor });
    await followReply(tx, reply, { leftAt: null, at: now() });
    return {
      replyId,
      draft: draft && { ...draft, threadId: reply.threadId, savedAt: savedAt.toISOString() },
    };
  });
}
