import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, replies, threads } from "@/lib/db/schema";
import type { ReplyRow } from "../replies/reply-row";

export type Chain = typeof followUpChains.$inferSelect;

/**
 * The open chains that `where` means, locked for the rest of the transaction: their threads first and in one order, as everybody
 * locks them, so that a step that is being claimed meanwhile has left or not.
 */
export async function lockOpenChains(tx: Database, where: SQL | undefined): Promise<Chain[]> {
  const isOpen = and(where, isNull(followUpChains.endedAt));
  const found = await tx
    .select({ id: followUpChains.id, threadId: followUpChains.threadId })
    .from(followUpChains)
    .where(isOpen);
  if (found.length === 0) return [];
  const ids = found.map(({ threadId }) => threadId);
  await tx
    .select({ id: threads.id })
    .from(threads)
    .where(inArray(threads.id, ids))
    .orderBy(asc(threads.id))
    .for("no key update");
  const chainIds = found.map(({ id }) => id);
  return tx
    .select()
    .from(followUpChains)
    .where(and(inArray(followUpChains.id, chainIds), isNull(followUpChains.endedAt)))
    .orderBy(asc(followUpChains.threadId))
    .for("update");
}

/** The steps of a chain that are still to leave, in order, locked. The caller holds the thread. */
export const pendingSteps = (tx: Database, chainId: string): Promise<ReplyRow[]> =>
  tx
    .select()
    .from(replies)
    .where(and(eq(replies.chainId, chainId), inArray(replies.status, ["awaiting_approval", "scheduled", "queued"])))
    .orderBy(asc(replies.chainStep))
    .for("update");
