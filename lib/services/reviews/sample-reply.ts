import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { replies, reviews } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Actor, type Context } from "../context";
import { record } from "../record";
import type { ReplyRow } from "../replies/reply-row";
import { sayChanged } from "./comment-review";
import type { SampleReplyInput } from "./schemas";
import { keepVersion } from "./wait-for-review";

/**
 * Takes a sent reply of somebody else's as a sample to talk about with its author: a look that only the two ever see.
 * @returns the sample that the actor has of it already, if there is one
 * @throws AppError `not_found` (reply), `forbidden` (own_reply)
 */
export async function sampleReply({ actor, db, now }: Context, { messageId }: SampleReplyInput) {
  may(actor, "review.decide");
  return db.transaction(async (tx) => {
    const isIt = and(eq(replies.sentMessageId, messageId), eq(replies.workspaceId, actor.workspaceId));
    const [reply] = await tx
      .select()
      .from(replies)
      .where(and(isIt, isOfSeenThread(actor, replies.threadId)));
    if (!reply) throw new AppError("not_found", { reason: "reply" });
    if (reply.authorId === actor.memberId) throw new AppError("forbidden", { reason: "own_reply" });
    return { reviewId: await takeSample(tx, actor, reply, now()) };
  });
}

/** Writes a sample of the actor's, unless they have it already. */
export async function takeSample(tx: Database, actor: Actor, reply: ReplyRow, at: Date): Promise<string> {
  const { id: replyId, workspaceId, threadId, authorId } = reply;
  const row = { replyId, workspaceId, threadId, authorId, kind: "sample", state: "open" } as const;
  const [made] = await tx
    .insert(reviews)
    .values({ ...row, reviewerId: actor.memberId, askedAt: at, waitingSince: at })
    .onConflictDoNothing()
    .returning();
  if (!made) return (await ownSample(tx, actor, replyId))!.id;
  await keepVersion(tx, { reviewId: made.id, reply, writtenById: authorId, at: reply.sentAt ?? at });
  await record(tx, actor, "review.sampled", { subjectId: made.id });
  await sayChanged(tx, { ...made, authorId: actor.memberId });
  return made.id;
}

async function ownSample(tx: Database, { memberId }: Actor, replyId: string) {
  const isIt = and(eq(reviews.replyId, replyId), eq(reviews.kind, "sample"), eq(reviews.reviewerId, memberId));
  const [found] = await tx.select({ id: reviews.id }).from(reviews).where(isIt);
  return found;
}
