import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { drafts, replies } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import { giveBackByReply } from "../assignment/give-back-by-reply";
import { may, type Context } from "../context";
import { followReply } from "../follow-ups/follow-reply";
import { draftOfReply } from "../drafts/draft-of-reply";
import { putDraft } from "../drafts/put-draft";
import type { UndoReplyInput } from "./outbox-schemas";
import { takeBackAfterSend } from "./after-send";
import { announceReply, lockOwnReply, tooLate, type ReplyRow } from "./reply-row";

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
    const content = await draftOfReply(tx, actor, reply);
    const savedAt = now();
    // A draft has no calendar part: an invitation is answered anew above its message.
    const isAnswer = reply.calendarPart !== null;
    const draftId = isAnswer ? null : await draftUnlessOther(tx, { actor, reply, content, savedAt });
    // Without a draft the text is only in the reply, which has to stay in sight.
    const reason = draftId || isAnswer ? "undone" : "by_person";
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
      draft: draftId ? { draftId, threadId: reply.threadId, content, savedAt: savedAt.toISOString() } : null,
    };
  });
}

type Wanted = {
  actor: Context["actor"];
  reply: ReplyRow;
  content: (typeof drafts.$inferSelect)["content"];
  savedAt: Date;
};

async function draftUnlessOther(tx: Database, { actor, reply, content, savedAt }: Wanted): Promise<string | null> {
  // A late save of the very draft that became this reply is no other draft.
  await tx.delete(drafts).where(and(eq(drafts.id, reply.id), eq(drafts.authorId, actor.memberId)));
  try {
    return await putDraft(tx, actor, { threadId: reply.threadId, content, savedAt, replace: false });
  } catch (error) {
    if (error instanceof AppError && error.reason === "draft_exists") return null;
    throw error;
  }
}
