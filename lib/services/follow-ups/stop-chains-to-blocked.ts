import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, replies } from "@/lib/db/schema";
import { findBlocked } from "../blocks/find-blocked";
import type { Actor } from "../context";
import { endChain } from "./end-chain";
import { lockOpenChains } from "./open-chains";

/** An address or a domain was blocked: follow-ups to it end, as those to who is unsubscribed. In that transaction. */
export async function stopChainsToBlocked(tx: Database, actor: Actor, at: Date): Promise<void> {
  const { workspaceId } = actor;
  const isOpen = and(eq(followUpChains.workspaceId, workspaceId), isNull(followUpChains.endedAt));
  const steps = await tx
    .selectDistinctOn([replies.chainId], { chainId: replies.chainId, to: replies.to, cc: replies.cc })
    .from(replies)
    .innerJoin(followUpChains, eq(followUpChains.id, replies.chainId))
    .where(isOpen);
  const addressesOf = ({ to, cc }: (typeof steps)[number]) => [...to, ...cc].map(({ address }) => address);
  const blocked = new Set(await findBlocked(tx, workspaceId, steps.flatMap(addressesOf)));
  const chainIds = steps
    .filter((step) => addressesOf(step).some((address) => blocked.has(address)))
    .flatMap(({ chainId }) => chainId ?? []);
  if (chainIds.length === 0) return;
  for (const chain of await lockOpenChains(tx, inArray(followUpChains.id, chainIds)))
    await endChain(tx, chain, { reason: "unsubscribed", at, by: actor });
}
