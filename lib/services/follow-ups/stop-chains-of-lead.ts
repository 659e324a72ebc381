import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, threads } from "@/lib/db/schema";
import type { ChainEnd } from "@/lib/domain/follow-up";
import type { Actor } from "../context";
import { endChain } from "./end-chain";
import { lockOpenChains } from "./open-chains";

type Stop = { leadId: string; reason: Extract<ChainEnd, "bounced" | "unsubscribed">; at: Date; by?: Actor };

/** A lead must or can not be written to any more: no follow-up leaves in any of its threads. In the transaction that learns of it. */
export async function stopChainsOfLead(tx: Database, workspaceId: string, { leadId, ...end }: Stop): Promise<void> {
  const ofLead = tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const isOfLead = and(eq(followUpChains.workspaceId, workspaceId), inArray(followUpChains.threadId, ofLead));
  for (const chain of await lockOpenChains(tx, isOfLead)) await endChain(tx, chain, end);
}
