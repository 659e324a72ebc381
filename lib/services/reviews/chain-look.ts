import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, reviews } from "@/lib/db/schema";
import { chainOfReply } from "@/lib/services/follow-ups/chain-of-reply";
import { isBeforeStep } from "@/lib/services/follow-ups/is-before-step";
import { pendingSteps } from "@/lib/services/follow-ups/open-chains";
import type { ReplyRow } from "../replies/reply-row";
import { lookAt, waitForReview } from "./wait-for-review";

/** The approval that a step of an open chain has got with what it stands behind; null for none. */
export async function approvedBefore(tx: Database, reply: ReplyRow) {
  const place = reply.chainId === null ? null : await chainOfReply(tx, reply);
  if (!place) return null;
  const before = tx.select({ id: replies.id }).from(replies).where(isBeforeStep(place.chain, place.step));
  const [found] = await tx
    .select()
    .from(reviews)
    .where(and(inArray(reviews.replyId, before), eq(reviews.kind, "approval"), eq(reviews.state, "approved")))
    .orderBy(asc(reviews.askedAt))
    .limit(1);
  return found ?? null;
}

/** A waiting step is taken back: what was to be looked at with it waits with the next one. The caller holds the thread. */
export async function passWaitOn(tx: Database, reply: ReplyRow, at: Date): Promise<void> {
  const look = await lookAt(tx, reply.id);
  if (!look || (await approvedBefore(tx, reply))) return;
  const next = (await pendingSteps(tx, reply.chainId!)).find(({ chainStep }) => chainStep! > reply.chainStep!);
  if (!next || next.status === "awaiting_approval") return;
  const [waiting] = await tx
    .update(replies)
    .set({ status: "awaiting_approval" })
    .where(eq(replies.id, next.id))
    .returning();
  const { workspaceId, authorId: memberId } = reply;
  await waitForReview(tx, { workspaceId, memberId }, waiting!, { causes: look.causes, at });
}
