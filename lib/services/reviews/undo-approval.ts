import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { replies } from "@/lib/db/schema";
import { moveLaterSteps } from "@/lib/services/follow-ups/move-later-steps";
import { may, type Context } from "../context";
import { announceReply, tooLate } from "../replies/reply-row";
import { decide } from "./approve-review";
import { lockReview } from "./lock-review";
import type { UndoApprovalInput } from "./schemas";
import { newestVersion } from "./wait-for-review";

/**
 * Takes the actor's own approval back as long as the reply has not left: it waits again, with the time that its author chose.
 * @throws AppError `not_found`, `conflict` (not_approved, or what the reply has become)
 */
export async function undoApproval({ actor, db, now }: Context, { reviewId }: UndoApprovalInput) {
  may(actor, "review.decide");
  return db.transaction(async (tx) => {
    const { review, reply } = await lockReview(tx, actor, reviewId);
    if (review.state !== "approved" || review.decidedById !== actor.memberId)
      throw new AppError("conflict", { reason: "not_approved" });
    if (reply.status !== "scheduled" && reply.status !== "queued") throw tooLate(reply.status);
    const wanted = (await newestVersion(tx, reviewId))?.text.scheduledAt;
    const scheduledAt = wanted ? new Date(wanted) : null;
    const dueAt = scheduledAt ?? now();
    await tx
      .update(replies)
      .set({ status: "awaiting_approval", scheduledAt, dueAt, nextAttemptAt: null })
      .where(eq(replies.id, reply.id));
    await decide(tx, review, { state: "waiting", decidedById: null, decidedAt: null });
    await announceReply(tx, reply, "reply.approval_undone", { by: actor, data: { reviewId } });
    await moveLaterSteps(tx, { ...reply, scheduledAt, dueAt }, dueAt);
    return { reviewId };
  });
}
