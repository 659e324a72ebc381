import type { Database } from "@/lib/db/client";
import { stopChainsByCategory } from "@/lib/services/follow-ups/stop-chains-by-category";
import { categoriseThread } from "./categorise-thread";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";
import { summariseThreads, type Grown as Summarised } from "./summarise-thread";

/** A thread that was there and has got a message; `former` is its row before. */
export type Grown = Summarised & { message: Incoming; verdict: Verdict | null };

/**
 * Brings threads up to date, each of which has got one message. The caller holds their rows.
 * @param later takes down whose chains are to be stopped by category, where the caller does so at the end of a batch
 */
export async function settleGrown(tx: Database, grown: Grown[], later?: { categorised: Set<number> }): Promise<void> {
  await summariseThreads(tx, grown);
  for (const { message, former, messageId, verdict } of grown)
    await categoriseThread(tx, message, { threadId: former.id, messageId, former }, verdict);
  const categorised = grown.filter(({ verdict }) => verdict !== null);
  const [last] = categorised.slice(-1);
  const threadIds = categorised.map(({ former }) => former.id);
  if (later) for (const threadId of threadIds) later.categorised.add(threadId);
  else if (last) await stopChainsByCategory(tx, threadIds, { at: last.seenAt });
}
