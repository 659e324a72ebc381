import { and, eq, or, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { reviewComments, reviews } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { roleMay } from "@/lib/domain/permissions";
import type { Actor } from "../context";
import { lockOwnReply, tooLate, type ReplyRow } from "../replies/reply-row";
import { newestVersion } from "./wait-for-review";
import { whoDecides } from "./who-decides";

export type ReviewRow = typeof reviews.$inferSelect;

/**
 * A review with its reply, both locked, thread first, that the actor may see: their own, and, for who may decide, those of threads
 * that they see; a sample is its author's and its reviewer's alone. @throws AppError `not_found`
 */
export async function lockReview(
  tx: Database,
  actor: Actor,
  reviewId: string,
): Promise<{ review: ReviewRow; reply: ReplyRow }> {
  const isIt = and(eq(reviews.id, reviewId), mayRead(actor));
  const [found] = await tx.select({ replyId: reviews.replyId }).from(reviews).where(isIt);
  if (!found) throw notFound();
  await lockOwnReply(tx, actor, found.replyId);
  const [review] = await tx.select().from(reviews).where(isIt).for("update");
  if (!review) throw notFound();
  // It may have been handed in again meanwhile, as another reply of the same thread.
  return { review, reply: await lockOwnReply(tx, actor, review.replyId) };
}

/** Which reviews a person may read: all are of threads that they see. A condition on `reviews`. */
export function mayRead(actor: Actor) {
  // Of a sample its author hears with the first word about it.
  const isSpokenOf = sql`(${reviews.kind} = 'approval' or exists (select 1 from ${reviewComments} c where c.review_id = ${reviews.id}))`;
  const isOwn = and(eq(reviews.authorId, actor.memberId), isSpokenOf);
  const isOthers = roleMay(actor.role, "review.decide") ? eq(reviews.kind, "approval") : undefined;
  const isOwnSample = and(eq(reviews.kind, "sample"), eq(reviews.reviewerId, actor.memberId));
  return and(
    eq(reviews.workspaceId, actor.workspaceId),
    isOfSeenThread(actor, reviews.threadId),
    or(isOwn, isOthers, isOwnSample),
  );
}

/**
 * Whether the actor may decide about it at this moment, having read a version. Nobody decides about their own, unless there is nobody
 * else who could. @throws AppError `forbidden` (own_reply), `conflict` (already_decided, version_changed, or what the reply has become)
 */
export async function requireDecidable(
  tx: Database,
  actor: Actor,
  { review, reply, version }: { review: ReviewRow; reply: ReplyRow; version: number },
): Promise<void> {
  if (review.authorId === actor.memberId && (await whoDecides(tx, review)).length > 0)
    throw new AppError("forbidden", { reason: "own_reply" });
  if (review.kind !== "approval" || review.state !== "waiting")
    throw new AppError("conflict", { reason: "already_decided" });
  if (reply.status !== "awaiting_approval") throw tooLate(reply.status);
  if ((await newestVersion(tx, review.id))?.number !== version)
    throw new AppError("conflict", { reason: "version_changed" });
}

const notFound = () => new AppError("not_found", { reason: "review" });
