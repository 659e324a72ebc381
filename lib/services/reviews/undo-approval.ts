import { and, desc, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { events, replies } from "@/lib/db/schema";
import { moveLaterSteps } from "@/lib/services/follow-ups/move-later-steps";
import { may, type Context } from "../context";
import { announceReply, tooLate, type ReplyRow } from "../replies/reply-row";
import { decide } from "./approve-review";
import { lockReview } from "./lock-review";
import type { UndoApprovalInput } from "./schemas";
import { keepVersion, newestVersion } from "./wait-for-review";

/**
 * Takes the actor's own approval back as long as the reply has not left: it waits again, with the time that its author chose, or that
 * somebody has chosen since the approval, which is a version of theirs.
 * @throws AppError `not_found`, `conflict` (not_approved, or what the reply has become)
 */
export async function undoApproval({ actor, db, now }: Context, { reviewId }: UndoApprovalInput) {
  may(actor, "review.decide");
  return db.transaction(async (tx) => {
    const { review, reply } = await lockReview(tx, actor, reviewId);
    if (review.state !== "approved" || review.decidedById !== actor.memberId)
      throw new AppError("conflict", { reason: "not_approved" });
    if (reply.status !== "scheduled" && reply.status !== "queued") throw tooLate(reply.status);
    const at = now();
    const chosen = await chosenSince(tx, reply);
    const scheduledAt = chosen ? reply.scheduledAt : await timeOfVersion(tx, reviewId);
    const dueAt = scheduledAt ?? at;
    const [waiting] = await tx
      .update(replies)
      .set({ status: "awaiting_approval", scheduledAt, dueAt, nextAttemptAt: null })
      .where(eq(replies.id, reply.id))
      .returning();
    const writtenById = chosen?.memberId ?? reply.authorId;
    if (chosen) await keepVersion(tx, { reviewId, reply: waiting!, writtenById, at });
    await decide(tx, review, { state: "waiting", decidedById: null, decidedAt: null });
    await announceReply(tx, reply, "reply.approval_undone", { by: actor, data: { reviewId } });
    await moveLaterSteps(tx, { ...reply, scheduledAt, dueAt }, dueAt);
    return { reviewId };
  });
}

const CHOICES = ["reply.approved", "reply.rescheduled", "reply.hastened"];

/** Who has given it another time after it was approved; null where the approval was the last word about that. */
async function chosenSince(tx: Database, { id, threadId }: ReplyRow): Promise<{ memberId: string | null } | null> {
  const [last] = await tx
    .select({ kind: events.kind, memberId: events.memberId })
    .from(events)
    .where(and(eq(events.threadId, threadId), eq(events.subjectId, id), inArray(events.kind, CHOICES)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return last && last.kind !== "reply.approved" ? last : null;
}

async function timeOfVersion(tx: Database, reviewId: string): Promise<Date | null> {
  const time = (await newestVersion(tx, reviewId))?.text.scheduledAt;
  return time ? new Date(time) : null;
}
