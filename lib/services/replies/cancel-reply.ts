import { eq } from "drizzle-orm";
import { replies } from "@/lib/db/schema";
import { isPending } from "@/lib/domain/reply-state";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import { giveBackByReply } from "../assignment/give-back-by-reply";
import { may, type Context } from "../context";
import { draftForAuthor } from "../drafts/draft-for-author";
import { followReply } from "../follow-ups/follow-reply";
import { takeBackAfterSend } from "./after-send";
import type { CancelReplyInput } from "./outbox-schemas";
import { announceReply, lockOwnReply, tooLate } from "./reply-row";

/**
 * Takes a reply back that has not left, or puts a failed one aside: its text is a draft of its author's again, and what was done
 * along with it is taken back. Where they have begun another draft it stays in the thread as cancelled and can be reopened, as a step
 * of follow-ups stays among the others, with which it can be taken up again.
 * @param dropsText what is cancelled is a copy that nobody wrote: no draft is made of it
 * @returns whose draft it is now, or null
 * @throws AppError `conflict` with what the reply has become (`already_sending`, `already_sent`, …) when it is too late
 */
export async function cancelReply({ actor, db, now }: Context, { replyId, dropsText = false }: CancelReplyInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const reply = await lockOwnReply(tx, actor, replyId);
    if (!isPending(reply.status) && reply.status !== "failed") throw tooLate(reply.status);
    const at = now();
    const hasDraft = !dropsText && reply.chainId === null;
    const draft = hasDraft ? await draftForAuthor(tx, reply, { authorId: reply.authorId, savedAt: at }) : null;
    await tx
      .update(replies)
      // Without a draft the text is only in the reply, which has to stay in sight.
      .set({ status: "cancelled", reason: draft ? "undone" : "by_person", heldReason: null, nextAttemptAt: null })
      .where(eq(replies.id, replyId));
    await closeReviews(tx, [replyId], at);
    await takeBackAfterSend(tx, actor, reply, at);
    await giveBackByReply(tx, actor, reply);
    await announceReply(tx, reply, "reply.cancelled", { by: actor, data: { reason: "by_person" } });
    await followReply(tx, reply, { leftAt: null, at });
    const draftOf = draft && { name: draft.author.name, isMine: draft.author.memberId === actor.memberId };
    return { replyId, status: "cancelled" as const, at: at.toISOString(), draftOf };
  });
}
