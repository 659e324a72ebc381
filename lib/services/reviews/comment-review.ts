import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { idOfPress } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { reviewComments, reviewVersions } from "@/lib/db/schema";
import { notifyChange, notifyChanges } from "@/lib/realtime/notify";
import { tellMembers } from "@/lib/services/notifications/tell-members";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";
import { lockReview, type ReviewRow } from "./lock-review";
import type { CommentReviewInput } from "./schemas";
import { newestVersion } from "./wait-for-review";

/**
 * A word about a reply that is looked at: about the whole, a passage of a version (with other words for it), or in answer to another. The other side is told;
 * of a sample its author hears with the first word, and nobody but the two ever does. A press that is repeated, since its answer got
 * lost, says nothing twice.
 * @throws AppError `not_found` (review, version, comment)
 */
export async function commentReview({ actor, db, now }: Context, { reviewId, ...word }: CommentReviewInput) {
  may(actor, "review.ask");
  return db.transaction(async (tx) => {
    const { review } = await lockReview(tx, actor, reviewId);
    return { commentId: await sayWord(tx, actor, { review, word, at: now() }) };
  });
}

type Said = { review: ReviewRow; word: Omit<CommentReviewInput, "reviewId">; at: Date };

/** Says a word about a review that the caller holds, once a press. @returns its id @throws AppError `not_found` (version, comment) */
export async function sayWord(tx: Database, actor: Actor, { review, word, at }: Said): Promise<string> {
  const { pressId, ...said } = word;
  const { text, version, passage, parentId, suggestion } = said;
  const { id: reviewId } = review;
  const versionId = await versionOf(tx, reviewId, version);
  if (parentId) await requireComment(tx, reviewId, parentId);
  const isFirst = (await tx.$count(reviewComments, eq(reviewComments.reviewId, reviewId))) === 0;
  const id = idOfPress(pressId, [actor.memberId, { reviewId, ...said }]);
  const values = { id, reviewId, versionId, parentId: parentId ?? null, passage: passage ?? null, suggestion, text };
  const [made] = await tx
    .insert(reviewComments)
    .values({ ...values, authorId: actor.memberId, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: reviewComments.id });
  if (!made) return id;
  await tell(tx, actor, { review, isFirst, at });
  await record(tx, actor, "review.commented", { ...threadIfShared(review), subjectId: reviewId });
  return id;
}

/** What is between two stands in no thread's history. */
export const threadIfShared = ({ kind, threadId }: ReviewRow) => (kind === "sample" ? {} : { threadId });

/** Screens that show a review hear of it: all of an approval's, only the two of a sample's. */
export async function sayChanged(tx: Database, { kind, workspaceId, threadId, authorId, reviewerId }: ReviewRow) {
  if (kind === "approval") return notifyChange(tx, { workspaceId, kind: "review", threadId });
  const both = [authorId, ...(reviewerId ? [reviewerId] : [])];
  return notifyChanges(
    tx,
    both.map((memberId) => ({ workspaceId, kind: "personal" as const, memberId })),
  );
}

async function tell(
  tx: Database,
  actor: Actor,
  { review, isFirst, at }: { review: ReviewRow; isFirst: boolean; at: Date },
): Promise<void> {
  const { id: subjectId, workspaceId, threadId, authorId, reviewerId, decidedById } = review;
  const others = [...new Set([authorId, reviewerId, decidedById])].filter((id) => id !== null);
  const kind = review.kind === "sample" && isFirst ? ("coached" as const) : ("review_commented" as const);
  await tellMembers(
    tx,
    { workspaceId, byId: actor.memberId, at },
    others.map((memberId) => ({ memberId, kind, threadId, subjectId })),
  );
  await sayChanged(tx, review);
}

/** The version that is meant, else the newest. */
async function versionOf(tx: Database, reviewId: string, number: number | undefined): Promise<string | null> {
  if (number === undefined) return (await newestVersion(tx, reviewId))?.id ?? null;
  const isIt = and(eq(reviewVersions.reviewId, reviewId), eq(reviewVersions.number, number));
  const [found] = await tx.select({ id: reviewVersions.id }).from(reviewVersions).where(isIt);
  if (!found) throw new AppError("not_found", { reason: "version" });
  return found.id;
}

async function requireComment(tx: Database, reviewId: string, id: string): Promise<void> {
  const isIt = and(eq(reviewComments.id, id), eq(reviewComments.reviewId, reviewId));
  if ((await tx.$count(reviewComments, isIt)) === 0) throw new AppError("not_found", { reason: "comment" });
}
