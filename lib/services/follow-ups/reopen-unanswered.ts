import { and, asc, eq, gte, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, replies, threads } from "@/lib/db/schema";
import { isStepAnswered } from "./is-chain-answered";
import type { Chain } from "./open-chains";
import { hasNoOther, reopenChain } from "./reopen-chains";
import { mayWaitFor, type Answer } from "./stop-answered-chains";

type Unanswered = { workspaceId: string; answer: Answer; firstSeenAt: Date; at: Date };

/**
 * What had counted as somebody's answer since `firstSeenAt` is ours: chains that it has stopped (`stopAnsweredChains`) go on at their
 * times, unless something else has answered them. What has become due meanwhile is judged as after a standstill; where another chain was
 * planned, that one stays. The caller holds the answer's thread.
 */
export async function reopenUnanswered(tx: Database, unanswered: Unanswered): Promise<void> {
  const { workspaceId, answer, firstSeenAt, at } = unanswered;
  const isStopped = and(
    eq(followUpChains.endedReason, "answered"),
    gte(followUpChains.endedAt, firstSeenAt),
    mayWaitFor(tx, { workspaceId, answers: [answer] }),
    hasNoOther(tx),
  );
  const found = await tx.select({ threadId: followUpChains.threadId }).from(followUpChains).where(isStopped);
  if (found.length === 0) return;
  // In one order, as everybody locks them.
  const held = inArray(
    threads.id,
    found.map(({ threadId }) => threadId),
  );
  await tx.select({ id: threads.id }).from(threads).where(held).orderBy(asc(threads.id)).for("no key update");
  const stopped = await tx
    .select()
    .from(followUpChains)
    .where(isStopped)
    .orderBy(asc(followUpChains.threadId), asc(followUpChains.endedAt))
    .for("update");
  for (const chain of stopped)
    if (!(await wasAnswered(tx, chain))) await reopenChain(tx, { workspaceId }, chain, { at, because: "answer_ours" });
}

/** Whether something has answered what the chain dropped as answered. */
async function wasAnswered(tx: Database, { id, threadId }: Chain): Promise<boolean> {
  const [step] = await tx
    .select()
    .from(replies)
    .where(and(eq(replies.chainId, id), eq(replies.status, "cancelled"), eq(replies.reason, "lead_answered")))
    .orderBy(asc(replies.chainStep))
    .limit(1);
  return !step || isStepAnswered(tx, threadId, step);
}
