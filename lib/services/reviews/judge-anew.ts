import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, replyAttachments } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import { roleMay } from "@/lib/domain/permissions";
import type { ReviewCause } from "@/lib/domain/review";
import type { Context } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { ruledCauses } from "./causes-to-wait";
import { approvedBefore } from "./chain-look";
import { keepVersion, lookAt, waitForReview } from "./wait-for-review";

/**
 * A planned reply was changed by whoever may not decide about it: what was looked at is looked at again. One that waits gets another
 * version; one that was approved waits again when its words are others, or when its new time breaks a rule that was not looked at.
 * Other words are judged as those of who wrote them. Who may decide changes others' replies as they like, and is bound in their own by
 * rules that name them. The caller holds the thread.
 * @returns how the reply stands
 */
export async function judgeAnew(
  { actor, db: tx, now }: Context,
  replyId: string,
  { isWrittenAnew }: { isWrittenAnew: boolean },
): Promise<ReplyStatus> {
  const [reply] = await tx.select().from(replies).where(eq(replies.id, replyId));
  const { status } = reply!;
  const review = await lookAt(tx, replyId);
  if (status === "awaiting_approval") {
    if (review) await keepVersion(tx, { reviewId: review.id, reply: reply!, writtenById: actor.memberId, at: now() });
    return status;
  }
  const isOwn = reply!.authorId === actor.memberId;
  if (!isOwn && roleMay(actor.role, "review.decide")) return status;
  const authorId = isWrittenAnew ? actor.memberId : reply!.authorId;
  // A look that was closed without a word lets nothing go.
  const approved = review?.state === "approved" ? review : await approvedBefore(tx, reply!);
  const isLookedAt = (cause: ReviewCause) =>
    cause.kind === "rule" && approved?.causes.some((each) => each.kind === "rule" && each.ruleId === cause.ruleId);
  const ruled = await rulesOfPlanned(tx, { ...reply!, authorId }, now());
  const causes = ruled.filter((cause) => isWrittenAnew || !isLookedAt(cause));
  if (causes.length === 0) return status;
  await tx.update(replies).set({ status: "awaiting_approval" }).where(eq(replies.id, replyId));
  await waitForReview(tx, actor, { ...reply!, authorId, status: "awaiting_approval" }, { causes, at: now() });
  return "awaiting_approval";
}

/** Why a reply that stands in the outbox already would have to wait, with those behind it in its chain. */
export async function rulesOfPlanned(tx: Database, reply: ReplyRow, now: Date): Promise<ReviewCause[]> {
  const files = await tx
    .select({ fileName: replyAttachments.fileName })
    .from(replyAttachments)
    .where(and(eq(replyAttachments.replyId, reply.id), isNull(replyAttachments.contentId)));
  const chain =
    reply.chainId === null
      ? []
      : await tx
          .select({ bodyHtml: replies.bodyHtml })
          .from(replies)
          .where(eq(replies.chainId, reply.chainId))
          .orderBy(asc(replies.chainStep));
  return ruledCauses(tx, {
    ...reply,
    fileNames: files.map(({ fileName }) => fileName),
    followUps: chain.map(({ bodyHtml }) => bodyHtml),
    now,
  });
}
