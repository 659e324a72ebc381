import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, threads } from "@/lib/db/schema";
import { endChain } from "./end-chain";
import { isChainAnswered } from "./is-chain-answered";
import { lockOpenChains } from "./open-chains";

type Answer = { workspaceId: string; threadId: number; leadId: string | null; from: string; at: Date };

/**
 * Somebody has written: follow-ups that wait for an answer of theirs end, in whatever thread. Which ones those are is asked as it is
 * asked before a step leaves. Called in the transaction that stores the message.
 */
export async function stopAnsweredChains(tx: Database, answer: Answer): Promise<void> {
  for (const chain of await lockOpenChains(tx, mayWaitFor(tx, answer)))
    if (await isChainAnswered(tx, chain)) await endChain(tx, chain, { reason: "answered", at: answer.at });
}

/** Chains of the thread or of its lead, and those in whose thread the writer has a part. */
function mayWaitFor(tx: Database, { workspaceId, threadId, leadId, from }: Answer) {
  const writer = from.toLowerCase();
  const isParty = sql`exists (select from messages where messages.thread_id = ${followUpChains.threadId}
    and (messages.from_address = ${writer} or exists (select from jsonb_array_elements(messages."to" || messages.cc) party
      where lower(party ->> 'address') = ${writer})))`;
  const isRecipient = sql`exists (select from replies where replies.chain_id = ${followUpChains.id}
    and exists (select from jsonb_array_elements(replies."to" || replies.cc) party where lower(party ->> 'address') = ${writer}))`;
  const ofLead = leadId && tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  return and(
    eq(followUpChains.workspaceId, workspaceId),
    or(
      eq(followUpChains.threadId, threadId),
      ofLead ? inArray(followUpChains.threadId, ofLead) : undefined,
      writer ? or(isParty, isRecipient) : undefined,
    ),
  );
}
