import { may, type Context } from "../context";
import { endChain } from "./end-chain";
import { lockOpenChains } from "./open-chains";
import type { StopFollowUpsInput } from "./schemas";
import { seenChain } from "./seen-chain";

/**
 * A person stops a chain: none of its steps leaves any more; their texts stay in the thread. What has ended already stays as it is.
 * @returns how many steps were cancelled
 * @throws AppError `not_found` (follow_ups)
 */
export async function stopFollowUps({ actor, db, now }: Context, { chainId }: StopFollowUpsInput) {
  may(actor, "reply.send");
  return db.transaction(async (tx) => {
    const { isIt, threadId } = await seenChain(tx, actor, chainId);
    const [chain] = await lockOpenChains(tx, isIt);
    const cancelled = chain ? await endChain(tx, chain, { reason: "by_person", at: now(), by: actor }) : 0;
    return { chainId, threadId, cancelled };
  });
}
