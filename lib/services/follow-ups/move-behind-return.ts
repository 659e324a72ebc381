import { and, eq, inArray, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { followUpChains, threads } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import { writerOf } from "@/lib/domain/message-writer";
import type { Party } from "@/lib/domain/party";
import { dayOfReturn, stepTimes } from "@/lib/domain/step-times";
import { wallTimeOf } from "@/lib/domain/wall-time";
import { knownLead } from "../messages/write-writers";
import { record } from "../record";
import { endChain } from "./end-chain";
import { lockOpenChains, pendingSteps, type Chain } from "./open-chains";
import { setStepTimes } from "./set-step-times";

type Absence = {
  workspaceId: string;
  threadId: number;
  leadId: string | null;
  /** Who says so. A colleague's absence moves nothing that goes to the lead. */
  from: Party;
  returnDate: string;
  at: Date;
};

/**
 * A lead is away until a day ("2026-12-01"): what was to leave before is moved behind it or stopped, by each chain's own rule, in
 * all threads of the lead. The next leaves at its time of the day on that day, and the waits between stay. Called in the
 * transaction that stores the automatic answer.
 */
export async function moveBehindReturn(tx: Database, absence: Absence): Promise<void> {
  const { workspaceId, threadId, leadId } = absence;
  const ofLead = leadId && tx.select({ id: threads.id }).from(threads).where(eq(threads.leadId, leadId));
  const isConcerned = and(
    eq(followUpChains.workspaceId, workspaceId),
    or(eq(followUpChains.threadId, threadId), ofLead ? inArray(followUpChains.threadId, ofLead) : undefined),
  );
  const chains = await lockOpenChains(tx, isConcerned);
  if (chains.length === 0) return;
  const lead = leadId === null ? null : await knownLead(tx, leadId);
  const isLeads = lead !== null && ["lead", "alias"].includes(writerOf(absence.from, lead));
  for (const chain of chains) await settle(tx, chain, { ...absence, isLeads });
}

async function settle(
  tx: Database,
  chain: Chain,
  { from, isLeads, returnDate, at }: Absence & { isLeads: boolean },
): Promise<void> {
  const steps = await pendingSteps(tx, chain.id);
  const [next] = steps;
  if (!next || chain.awayRule === "keep") return;
  if (!isLeads && !next.to.some(({ address }) => sameAddress(address, from.address))) return;
  const zone = next.scheduledZone ?? "UTC";
  if (wallTimeOf(next.dueAt, zone).date >= returnDate) return;
  if (chain.awayRule === "stop") {
    await endChain(tx, chain, { reason: "away", at });
    return;
  }
  const waits = steps.map(({ chainWait }) => chainWait!);
  const times = stepTimes(waits, { from: next.dueAt, zone, startDate: dayOfReturn(returnDate, waits[0]!) });
  const moves = steps.map((step, index) => ({ step, to: times[index]! }));
  const moved = await setStepTimes(tx, moves, "lead_away");
  const { workspaceId, threadId, id } = chain;
  const data = { returnDate, steps: moved };
  await record(tx, { workspaceId }, "follow_ups.moved", { threadId, subjectId: id, data });
}
