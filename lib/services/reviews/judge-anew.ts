import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, replyAttachments } from "@/lib/db/schema";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import type { ReviewCause } from "@/lib/domain/review";
import type { Context } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { ruledCauses } from "./causes-to-wait";
import { approvedBefore } from "./chain-look";
import { keepVersion, lookAt, waitForReview } from "./wait-for-review";

/**
 * A planned reply was changed by whoever may not decide about it: what was looked at is looked at again. One that waits gets another
 * version; one that was approved waits again when its words are others, or when its new time breaks a rule that was not looked at.
 * Who may decide changes it as they like. The caller holds the thread.
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
  if (actor.role !== "sdr") return status;
  // A look that was closed without a word lets nothing go.
  const approved = review?.state === "approved" ? review : await approvedBefore(tx, reply!);
  const isLookedAt = (cause: ReviewCause) =>
    cause.kind === "rule" && approved?.causes.some((each) => each.kind === "rule" && each.ruleId === cause.ruleId);
  const causes = (await rulesOfPlanned(tx, reply!, now())).filter((cause) => isWrittenAnew || !isLookedAt(cause));
  if (causes.length === 0) return status;
  await tx.update(replies).set({ status: "awaiting_approval" }).where(eq(replies.id, replyId));
  await waitForReview(tx, actor, { ...reply!, status: "awaiting_approval" }, { causes, at: now() });
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
