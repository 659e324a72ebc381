import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, replies } from "@/lib/db/schema";
import type { ChainEnd } from "@/lib/domain/follow-up";
import { notifyChange } from "@/lib/realtime/notify";
import { closeReviews } from "@/lib/services/reviews/close-reviews";
import type { Actor } from "../context";
import { record } from "../record";
import { recordEach } from "../record-each";
import { refreshThread } from "../threads/refresh-thread";
import { pendingSteps, type Chain } from "./open-chains";

/** What a step is told that does not leave since its chain has ended. */
const REASONS: Record<ChainEnd, string> = {
  done: "by_person",
  answered: "lead_answered",
  bounced: "lead_bounced",
  unsubscribed: "lead_unsubscribed",
  category: "category",
  away: "lead_away",
  by_person: "by_person",
};

type End = { reason: ChainEnd; at: Date; by?: Pick<Actor, "workspaceId"> & Partial<Actor> };

/**
 * Ends a chain: what of it is still to leave is cancelled with its reason, and the thread says so. What is being sent at this moment
 * is left alone. The caller holds the thread.
 * @returns how many steps were cancelled
 */
export async function endChain(
  tx: Database,
  { id: chainId, workspaceId, threadId }: Pick<Chain, "id" | "workspaceId" | "threadId">,
  { reason, at, by }: End,
): Promise<number> {
  const [ended] = await tx
    .update(followUpChains)
    .set({ endedAt: at, endedReason: reason })
    .where(and(eq(followUpChains.id, chainId), isNull(followUpChains.endedAt)))
    .returning({ id: followUpChains.id });
  if (!ended) return 0;
  const dropped = await pendingSteps(tx, chainId);
  const ids = dropped.map(({ id }) => id);
  await tx
    .update(replies)
    .set({ status: "cancelled", reason: REASONS[reason], heldReason: null, nextAttemptAt: null })
    .where(inArray(replies.id, ids));
  await closeReviews(tx, ids, at);
  const who = by ?? { workspaceId };
  const cancelled = dropped.map(({ id, status: former }) => ({
    threadId,
    subjectId: id,
    data: { reason: REASONS[reason], former },
  }));
  await recordEach(tx, who, "reply.cancelled", cancelled);
  await record(tx, who, "follow_ups.ended", { threadId, subjectId: chainId, data: { reason, steps: dropped.length } });
  await refreshThread(tx, threadId);
  await notifyChange(tx, { workspaceId, kind: "thread", threadId });
  return dropped.length;
}
