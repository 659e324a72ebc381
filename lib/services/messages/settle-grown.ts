import type { Database } from "@/lib/db/client";
import type { CategoryKind } from "@/lib/domain/default-categories";
import { stopChainsByCategory } from "@/lib/services/follow-ups/stop-chains-by-category";
import { categoriseThreads } from "./categorise-thread";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";
import { summariseThreads, type Grown as Summarised } from "./summarise-thread";

/** A thread that was there and has got a message; `former` is its row before. */
export type Grown = Summarised & { message: Incoming; verdict: Verdict | null };

type Around = { categoryIds: Map<CategoryKind, string>; later: { categorised: Set<number> } };

/**
 * Brings threads up to date that have got messages, in the order in which these came. The caller holds their rows.
 * @param batch takes down whose chains are to be stopped by category, which the caller does at its end
 */
export async function settleGrown(tx: Database, grown: Grown[], batch?: Around): Promise<void> {
  await summariseThreads(tx, grown);
  await categoriseThreads(tx, grown, batch?.categoryIds);
  const categorised = grown.filter(({ verdict }) => verdict !== null);
  const [last] = categorised.slice(-1);
  const threadIds = categorised.map(({ former }) => former.id);
  if (batch) for (const threadId of threadIds) batch.later.categorised.add(threadId);
  else if (last) await stopChainsByCategory(tx, threadIds, { at: last.seenAt });
}
