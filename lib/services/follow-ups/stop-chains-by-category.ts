import { and, exists, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { isAmong } from "@/lib/db/is-among";
import { followUpChains, threads } from "@/lib/db/schema";
import { endChain } from "./end-chain";
import { lockOpenChains } from "./open-chains";

/** Threads have been given a category, by a person (`byId`) or a rule: chains that it stops end. In that transaction. */
export async function stopChainsByCategory(
  tx: Database,
  threadIds: number[],
  { at, byId }: { at: Date; byId?: string },
): Promise<void> {
  if (threadIds.length === 0) return;
  const isStopping = tx
    .select({ one: sql`1` })
    .from(threads)
    .where(
      sql`${threads.id} = ${followUpChains.threadId} and ${threads.categoryId} = any(${followUpChains.stopCategoryIds})`,
    );
  const chains = await lockOpenChains(tx, and(isAmong(followUpChains.threadId, threadIds), exists(isStopping)));
  for (const chain of chains) {
    const by = { workspaceId: chain.workspaceId, ...(byId === undefined ? {} : { memberId: byId }) };
    await endChain(tx, chain, { reason: "category", at, by });
  }
}
