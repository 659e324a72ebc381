import { AppError } from "@/lib/core/errors";
import { may, type Context } from "../context";
import { record } from "../record";
import { decide } from "./approve-review";
import { lockReview } from "./lock-review";
import type { UndoApprovalInput } from "./schemas";

/**
 * The author lets a returned reply be: it leaves the queue, its draft stays. What they send next in the thread is judged by the rules
 * as if nothing had been. One that still waits is withdrawn by taking the reply back (`undoReply`).
 * @throws AppError `not_found`, `conflict` (not_returned)
 */
export async function withdrawReview({ actor, db }: Context, { reviewId }: UndoApprovalInput) {
  may(actor, "review.ask");
  return db.transaction(async (tx) => {
    const { review } = await lockReview(tx, actor, reviewId);
    if (review.authorId !== actor.memberId) throw new AppError("not_found", { reason: "review" });
    if (review.state !== "returned") throw new AppError("conflict", { reason: "not_returned" });
    // Who returned it, and when, stays a fact.
    const { decidedById, decidedAt } = review;
    await decide(tx, review, { state: "withdrawn", decidedById, decidedAt });
    await record(tx, actor, "review.withdrawn", { threadId: review.threadId, subjectId: reviewId });
    return { reviewId };
  });
}
