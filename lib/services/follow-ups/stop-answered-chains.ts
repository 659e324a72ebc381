import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { isAmong } from "@/lib/db/is-among";
import { followUpChains, threads } from "@/lib/db/schema";
import { endChain } from "./end-chain";
import { isChainAnswered } from "./is-chain-answered";
import { lockOpenChains } from "./open-chains";

export type Answer = { threadId: number; leadId: string | null; from: string };
type Answered = { workspaceId: string; answers: Answer[]; at: Date };

/**
 * Somebody has written: follow-ups that wait for an answer of theirs end, in whatever thread. Which ones those are is asked as it is
 * asked before a step leaves. Called in the transaction that stores the messages.
 */
export async function stopAnsweredChains(tx: Database, answered: Answered): Promise<void> {
  for (const chain of await lockOpenChains(tx, mayWaitFor(tx, answered)))
    if (await isChainAnswered(tx, chain)) await endChain(tx, chain, { reason: "answered", at: answered.at });
}

/** Chains of the threads or of their leads, and those in whose thread a writer has a part. */
export function mayWaitFor(tx: Database, { workspaceId, answers }: Pick<Answered, "workspaceId" | "answers">) {
  const threadIds = answers.map(({ threadId }) => threadId);
  const leadIds = [...new Set(answers.flatMap(({ leadId }) => leadId ?? []))];
  const writers = [...new Set(answers.map(({ from }) => from.toLowerCase()).filter(Boolean))];
  const writer = sql`any(${sql.param(writers)}::text[])`;
  const isParty = sql`exists (select from messages where messages.thread_id = ${followUpChains.threadId}
    and (lower(messages.from_address::text) = ${writer} or exists (select from jsonb_array_elements(messages."to" || messages.cc) party
      where lower(party ->> 'address') = ${writer})))`;
  const isRecipient = sql`exists (select from replies where replies.chain_id = ${followUpChains.id}
    and exists (select from jsonb_array_elements(replies."to" || replies.cc) party where lower(party ->> 'address') = ${writer}))`;
  const ofLeads = tx.select({ id: threads.id }).from(threads).where(isAmong(threads.leadId, leadIds));
  return and(
    eq(followUpChains.workspaceId, workspaceId),
    or(
      isAmong(followUpChains.threadId, threadIds),
      leadIds.length > 0 ? inArray(followUpChains.threadId, ofLeads) : undefined,
      writers.length > 0 ? or(isParty, isRecipient) : undefined,
    ),
  );
}
