import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { reviewComments, reviews } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { sayChanged } from "./comment-review";
import { lockReview, mayRead } from "./lock-review";
import type { SettleCommentInput } from "./schemas";

/** Says that a word has done its work, or opens it again; whoever may read it may. @throws AppError `not_found` */
export async function settleComment({ actor, db, now }: Context, { commentId, settled }: SettleCommentInput) {
  may(actor, "review.ask");
  return db.transaction(async (tx) => {
    const [comment] = await tx
      .select({ reviewId: reviewComments.reviewId })
      .from(reviewComments)
      .innerJoin(reviews, eq(reviews.id, reviewComments.reviewId))
      .where(and(eq(reviewComments.id, commentId), mayRead(actor)));
    if (!comment) throw new AppError("not_found", { reason: "comment" });
    const { review } = await lockReview(tx, actor, comment.reviewId);
    const set = settled ? { settledAt: now(), settledById: actor.memberId } : { settledAt: null, settledById: null };
    await tx.update(reviewComments).set(set).where(eq(reviewComments.id, commentId));
    await sayChanged(tx, review);
    return { commentId, settled };
  });
}
