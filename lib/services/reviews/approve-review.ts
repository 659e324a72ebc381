import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, members, replies, reviews, threads } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { chainOfReply } from "@/lib/services/follow-ups/chain-of-reply";
import { endChain } from "@/lib/services/follow-ups/end-chain";
import { moveLaterSteps } from "@/lib/services/follow-ups/move-later-steps";
import { followReply } from "@/lib/services/follow-ups/follow-reply";
import { settleReviewNotifications } from "@/lib/services/notifications/settle-review-notifications";
import { tellMembers } from "@/lib/services/notifications/tell-members";
import { takeBackAfterSend } from "@/lib/services/replies/after-send";
import { hasAnswered } from "@/lib/services/replies/has-answered";
import { may, type Context } from "../context";
import { announceReply, type ReplyRow } from "../replies/reply-row";
import { approvedTime } from "./approved-time";
import { sayWord } from "./comment-review";
import { editReply } from "./edit-reply";
import { lockReview, requireDecidable, type ReviewRow } from "./lock-review";
import type { ApproveReviewInput } from "./schemas";
import { keepVersion } from "./wait-for-review";

export type Approved = {
  reviewId: string;
  /** When it leaves (ISO 8601); null when it does not, since the lead has answered first. */
  leavesAt: string | null;
  isReplanned: boolean;
};

/**
 * Lets a waiting reply go, as it was written or with the reviewer's edits, which become a version of theirs. Its schedule is kept, or
 * planned anew where it is over (`approvedTime`); the reviewer's own undo hold holds for it. One that was to leave only if nobody
 * answers is stopped here if somebody has.
 * @throws AppError `not_found`, `forbidden` (own_reply), `conflict` (already_decided, version_changed, what the reply has become),
 * `invalid` with the fields of the edits
 */
export async function approveReview(
  ctx: Context,
  { reviewId, version, edits, words = [] }: ApproveReviewInput,
): Promise<Approved> {
  const { actor, db, now } = ctx;
  may(actor, "review.decide");
  return db.transaction(async (tx) => {
    const { review, reply } = await lockReview(tx, actor, reviewId);
    await requireDecidable(tx, actor, { review, reply, version });
    const at = now();
    for (const word of words) await sayWord(tx, actor, { review, word, at });
    if (reply.scheduleCondition === "if_no_reply" && (await hasAnswered(tx, reply, await leadOf(tx, reply))))
      return stop({ ...ctx, db: tx }, review, reply);
    const written = edits ? await editReply(tx, actor, reply, edits) : reply;
    if (edits) await keepVersion(tx, { reviewId, reply: written, writtenById: actor.memberId, at });
    const holdSeconds = await undoSeconds(tx, actor.memberId);
    const { scheduledAt, dueAt, isReplanned } = await approvedTime(tx, written, { at, holdSeconds });
    const status = dueAt > at ? ("scheduled" as const) : ("queued" as const);
    // Whether it still should leave is said by this.
    const heldReason = reply.heldReason === "late" ? null : reply.heldReason;
    await tx
      .update(replies)
      .set({ status, scheduledAt, dueAt, nextAttemptAt: null, heldReason })
      .where(eq(replies.id, reply.id));
    await enqueue(tx, JOBS.sendReply, { replyId: reply.id }, status === "queued" ? {} : { after: dueAt });
    await decide(tx, review, { state: "approved", decidedById: actor.memberId, decidedAt: at });
    const leavesAt = scheduledAt ?? dueAt;
    const data = { reviewId, leavesAt: leavesAt.toISOString(), isReplanned, isEdited: edits !== undefined };
    await announceReply(tx, reply, "reply.approved", { by: actor, data });
    await moveLaterSteps(tx, { ...written, dueAt, scheduledAt }, leavesAt);
    await tellAuthor(tx, ctx, review, "review_approved");
    return { reviewId, leavesAt: leavesAt.toISOString(), isReplanned };
  });
}

type Decision = Pick<ReviewRow, "state" | "decidedById" | "decidedAt">;

/** Writes a decision down and says that the queue has changed; nobody is asked for one any more. */
export async function decide(tx: Database, { id, workspaceId, threadId }: ReviewRow, decision: Decision) {
  await tx.update(reviews).set(decision).where(eq(reviews.id, id));
  const { decidedById: byId, decidedAt } = decision;
  if (decidedAt) await settleReviewNotifications(tx, { reviewIds: [id], byId, at: decidedAt });
  await notifyChange(tx, { workspaceId, kind: "review", threadId });
}

/** The author hears of a decision at once. */
export const tellAuthor = (
  tx: Database,
  { actor, now }: Pick<Context, "actor" | "now">,
  { id: subjectId, authorId: memberId, workspaceId, threadId }: ReviewRow,
  kind: "review_approved" | "review_returned" | "review_commented" | "coached",
) => tellMembers(tx, { workspaceId, byId: actor.memberId, at: now() }, [{ memberId, kind, threadId, subjectId }]);

async function stop({ actor, db: tx, now }: Context, review: ReviewRow, reply: ReplyRow): Promise<Approved> {
  const reason = "lead_answered";
  await tx.update(replies).set({ status: "cancelled", reason, heldReason: null }).where(eq(replies.id, reply.id));
  await decide(tx, review, { state: "withdrawn", decidedById: null, decidedAt: now() });
  const place = await chainOfReply(tx, reply);
  if (place) await endChain(tx, place.chain, { reason: "answered", at: now() });
  await takeBackAfterSend(tx, actor, reply, now());
  await announceReply(tx, reply, "reply.cancelled", { data: { reason } });
  await followReply(tx, reply, { leftAt: null, at: now() });
  return { reviewId: review.id, leavesAt: null, isReplanned: false };
}

async function leadOf(tx: Database, { threadId }: ReplyRow) {
  const [found] = await tx
    .select({ lead: leads })
    .from(threads)
    .innerJoin(leads, eq(leads.id, threads.leadId))
    .where(eq(threads.id, threadId));
  return found?.lead ?? null;
}

export async function undoSeconds(tx: Database, memberId: string): Promise<number> {
  const [member] = await tx.select({ seconds: members.undoSeconds }).from(members).where(eq(members.id, memberId));
  return member?.seconds ?? 0;
}
