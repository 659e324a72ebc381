import { and, desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { events, followUpChains, threads } from "@/lib/db/schema";
import { may, type Actor, type Context } from "../context";
import { endChain } from "./end-chain";
import { lockOpenChains, type Chain } from "./open-chains";
import { reopenChain } from "./reopen-chains";
import type { ReopenFollowUpsInput } from "./schemas";
import { seenChain } from "./seen-chain";

/**
 * Who has stopped follow-ups, or put others in their place (`insteadOf`), takes that back: they go on as they were, to whom and when
 * they were to leave. What has become due meanwhile is judged as after a standstill; what was answered meanwhile stays ended.
 * @throws AppError `not_found` (follow_ups), `conflict` (already_planned) where others were planned since, (not_yours_to_reopen) for
 * what somebody else, or something else, has ended
 */
export async function reopenFollowUps({ actor, db, now }: Context, { chainId, insteadOf }: ReopenFollowUpsInput) {
  may(actor, "reply.send");
  const at = now();
  return db.transaction(async (tx) => {
    const chain = await lockChain(tx, actor, chainId);
    const { threadId } = chain;
    if (chain.endedAt === null) return { chainId, threadId };
    if (chain.endedReason !== "by_person" || (await lastEndedBy(tx, chain)) !== actor.memberId)
      throw new AppError("conflict", { reason: "not_yours_to_reopen" });
    const others = await lockOpenChains(tx, eq(followUpChains.threadId, threadId));
    if (others.some(({ id }) => id !== insteadOf)) throw new AppError("conflict", { reason: "already_planned" });
    for (const other of others) await endChain(tx, other, { reason: "by_person", at, by: actor });
    await reopenChain(tx, actor, chain, { at, because: "stop_undone" });
    return { chainId, threadId };
  });
}

async function lockChain(tx: Database, actor: Actor, chainId: string): Promise<Chain> {
  const { isIt, threadId } = await seenChain(tx, actor, chainId);
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
  const [chain] = await tx.select().from(followUpChains).where(isIt).for("update");
  return chain!;
}

async function lastEndedBy(tx: Database, { id, threadId }: Chain): Promise<string | null> {
  const isEnd = and(eq(events.threadId, threadId), eq(events.subjectId, id), eq(events.kind, "follow_ups.ended"));
  const [end] = await tx
    .select({ memberId: events.memberId })
    .from(events)
    .where(isEnd)
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return end?.memberId ?? null;
}
