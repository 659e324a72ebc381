import { isDeepStrictEqual } from "node:util";
import { and, desc, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { reviews, reviewVersions } from "@/lib/db/schema";
import type { ReviewCause } from "@/lib/domain/review";
import { notifyChange } from "@/lib/realtime/notify";
import { tellMembers } from "@/lib/services/notifications/tell-members";
import type { Actor } from "../context";
import { record } from "../record";
import type { ReplyRow } from "../replies/reply-row";
import { returnedFor, type ReviewWish } from "./causes-to-wait";
import { reviewedText } from "./reviewed-text";
import { whoDecides } from "./who-decides";

type Asked = {
  causes: ReviewCause[];
  wish?: ReviewWish | undefined;
  /** What was returned to the author in this thread is meant. */
  isHandedIn?: boolean;
  at: Date;
};

/**
 * Puts a reply that is `awaiting_approval` in front of who may decide, with what it says as a version. What was returned to its author
 * goes on as the same look, with all words about it. The caller holds the thread.
 * @param reply.authorId whose words are looked at; the look is theirs, unless there was one at this reply before
 */
export async function waitForReview(
  tx: Database,
  actor: Pick<Actor, "workspaceId" | "memberId">,
  reply: ReplyRow,
  asked: Asked,
): Promise<void> {
  const { causes, wish, isHandedIn = false, at } = asked;
  const { id: replyId, workspaceId, threadId, authorId } = reply;
  const former = (await lookAt(tx, replyId)) ?? (isHandedIn ? await returnedFor(tx, reply) : null);
  const reviewerId = wish?.reviewerId ?? former?.reviewerId ?? null;
  const waiting = { state: "waiting" as const, replyId, reviewerId, causes, waitingSince: at };
  const [review] = former
    ? await tx
        .update(reviews)
        .set({ ...waiting, decidedById: null, decidedAt: null })
        .where(eq(reviews.id, former.id))
        .returning()
    : await tx
        .insert(reviews)
        .values({ ...waiting, kind: "approval", workspaceId, threadId, authorId, askedAt: at })
        .returning();
  await keepVersion(tx, { reviewId: review!.id, reply, writtenById: actor.memberId, at });
  // Whose the look is may not decide about it, also when another has written it anew (`requireDecidable`).
  const able = await whoDecides(tx, review!);
  // Whoever was asked may have gone since, or may not decide any more: then all are asked.
  const meant = able.filter((memberId) => memberId === (reviewerId ?? former?.decidedById));
  const reviewerIds = meant.length > 0 ? meant : able;
  await tellMembers(
    tx,
    { workspaceId, byId: authorId, at },
    reviewerIds.map((memberId) => ({ memberId, kind: "review_asked", threadId, subjectId: review!.id })),
  );
  await record(tx, actor, "review.asked", { threadId, subjectId: review!.id, data: { replyId } });
  await notifyChange(tx, { workspaceId, kind: "review", threadId });
}

/** The look at a reply before it leaves, if there is one. */
export async function lookAt(tx: Database, replyId: string) {
  const isIt = and(eq(reviews.replyId, replyId), eq(reviews.kind, "approval"));
  const [found] = await tx.select().from(reviews).where(isIt);
  return found ?? null;
}

type Version = { reviewId: string; reply: ReplyRow; writtenById: string; at: Date };

/** Writes down what a reply says now, unless the newest version says the same. @returns its number */
export async function keepVersion(tx: Database, { reviewId, reply, writtenById, at }: Version): Promise<number> {
  const newest = await newestVersion(tx, reviewId);
  const text = await reviewedText(tx, reply);
  if (newest && newest.returnedAt === null && isDeepStrictEqual(newest.text, text)) return newest.number;
  const number = (newest?.number ?? 0) + 1;
  await tx.insert(reviewVersions).values({ reviewId, number, writtenById, text, createdAt: at });
  return number;
}

export async function newestVersion(tx: Database, reviewId: string) {
  const [found] = await tx
    .select()
    .from(reviewVersions)
    .where(eq(reviewVersions.reviewId, reviewId))
    .orderBy(desc(reviewVersions.number))
    .limit(1);
  return found ?? null;
}
