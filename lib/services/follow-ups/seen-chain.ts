import { and, eq, type SQL } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { followUpChains } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import type { Actor } from "../context";

/**
 * A chain in a thread that the actor sees, by its condition, since its row is held only once its thread is.
 * @throws AppError `not_found` (follow_ups)
 */
export async function seenChain(
  tx: Database,
  actor: Actor,
  chainId: string,
): Promise<{ isIt: SQL | undefined; threadId: number }> {
  const isIt = and(
    eq(followUpChains.id, chainId),
    eq(followUpChains.workspaceId, actor.workspaceId),
    isOfSeenThread(actor, followUpChains.threadId),
  );
  const [found] = await tx.select({ threadId: followUpChains.threadId }).from(followUpChains).where(isIt);
  if (!found) throw new AppError("not_found", { reason: "follow_ups" });
  return { isIt, threadId: found.threadId };
}
