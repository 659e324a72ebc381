import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { followUpChains } from "@/lib/db/schema";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { endChain } from "./end-chain";
import { lockOpenChains } from "./open-chains";
import type { StopFollowUpsInput } from "./schemas";

/**
 * A person stops a chain: none of its steps leaves any more; their texts stay in the thread. What has ended already stays as it is.
 * @returns how many steps were cancelled
 * @throws AppError `not_found` (follow_ups)
 */
export async function stopFollowUps({ actor, db, now }: Context, { chainId }: StopFollowUpsInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const isIt = and(
      eq(followUpChains.id, chainId),
      eq(followUpChains.workspaceId, actor.workspaceId),
      isOfSeenThread(actor, followUpChains.threadId),
    );
    const [found] = await tx.select({ threadId: followUpChains.threadId }).from(followUpChains).where(isIt);
    if (!found) throw new AppError("not_found", { reason: "follow_ups" });
    const [chain] = await lockOpenChains(tx, isIt);
    const cancelled = chain ? await endChain(tx, chain, { reason: "by_person", at: now(), by: actor }) : 0;
    return { chainId, threadId: found.threadId, cancelled };
  });
}
