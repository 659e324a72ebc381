import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies, reviewComments, reviewVersions } from "@/lib/db/schema";
import { draftForAuthor } from "@/lib/services/drafts/draft-for-author";
import { chainOfReply } from "@/lib/services/follow-ups/chain-of-reply";
import { endChain } from "@/lib/services/follow-ups/end-chain";
import { followReply } from "@/lib/services/follow-ups/follow-reply";
import { takeBackAfterSend } from "@/lib/services/replies/after-send";
import { may, type Context } from "../context";
import { announceReply } from "../replies/reply-row";
import { decide, tellAuthor } from "./approve-review";
import { approvedBefore } from "./chain-look";
import { sayWord } from "./comment-review";
import { lockReview, requireDecidable } from "./lock-review";
import type { ReturnReviewInput } from "./schemas";
import { newestVersion } from "./wait-for-review";

/**
 * Gives a waiting reply back to its author as a draft, with a note and what was said about its passages, `words` along with it; handed in again it is the
 * next version of the same look. Where the author has begun another draft in the thread, the reply stays there and can be reopened.
 * @returns `draftId` null in that case, and for the answer to an invitation
 * @throws AppError `not_found`, `forbidden` (own_reply), `invalid` (note, where nothing at all is said), `conflict`
 */
export async function returnReview(ctx: Context, { reviewId, version, note, words = [] }: ReturnReviewInput) {
  const { actor, db, now } = ctx;
  may(actor, "review.decide");
  return db.transaction(async (tx) => {
    const { review, reply } = await lockReview(tx, actor, reviewId);
    await requireDecidable(tx, actor, { review, reply, version });
    const at = now();
    for (const word of words) await sayWord(tx, actor, { review, word, at });
    if (note === "" && !(await hasOpenWords(tx, reviewId)))
      throw new AppError("invalid", { fields: [{ path: "note", reason: "empty" }] });
    const newest = (await newestVersion(tx, reviewId))!;
    const draft = await draftForAuthor(tx, reply, { authorId: review.authorId, savedAt: at });
    const draftId = draft?.draftId ?? null;
    await tx
      .update(replies)
      // Without a draft the text is only in the reply, which has to stay in sight.
      .set({ status: "cancelled", reason: draftId ? "undone" : "by_person", heldReason: null, nextAttemptAt: null })
      .where(eq(replies.id, reply.id));
    // Follow-ups that were looked at with their first are returned with it.
    const place = reply.chainId === null || (await approvedBefore(tx, reply)) ? null : await chainOfReply(tx, reply);
    if (place) await endChain(tx, place.chain, { reason: "by_person", at, by: actor });
    await takeBackAfterSend(tx, actor, reply, at);
    await tx.update(reviewVersions).set({ returnedNote: note, returnedAt: at }).where(eq(reviewVersions.id, newest.id));
    await decide(tx, review, { state: "returned", decidedById: actor.memberId, decidedAt: at });
    await announceReply(tx, reply, "reply.returned", { by: actor, data: { reviewId } });
    await followReply(tx, reply, { leftAt: null, at });
    await tellAuthor(tx, ctx, review, "review_returned");
    return { reviewId, draftId, threadId: reply.threadId };
  });
}

const hasOpenWords = async (tx: Database, reviewId: string): Promise<boolean> =>
  (await tx.$count(reviewComments, and(eq(reviewComments.reviewId, reviewId), isNull(reviewComments.settledAt)))) > 0;
