import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads } from "@/lib/db/schema";
import { stopChainsOfLead } from "@/lib/services/follow-ups/stop-chains-of-lead";
import { record } from "@/lib/services/record";
import { carryUnsubscribe } from "@/lib/services/smartlead/carry-unsubscribe";
import type { Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";

/** A clear order not to write any more: who gives it, and in which thread. */
export type OptOut = { address: string; threadId: number; at: Date; isPast: boolean };

/** Only the lead's own address counts; a colleague may not speak for him. A wish that may mean something else only gives the category. */
export function optOutOf(
  { direction, from, category, isPast }: Incoming,
  verdict: Verdict | null,
  { threadId, at }: { threadId: number; at: Date },
): OptOut | null {
  if (direction === "out" || !from || verdict?.source !== "rule" || verdict.kind !== "dnc") return null;
  return category?.isClear ? { address: from.address, threadId, at, isPast } : null;
}

/**
 * A lead who clearly orders not to be written to is unsubscribed, whatever category a person gave the thread: machines stop at
 * once, people are told. It holds for good. The first of several orders of one lead counts.
 */
export async function markUnsubscribedLeads(tx: Database, workspaceId: string, optOuts: OptOut[]): Promise<void> {
  if (optOuts.length === 0) return;
  const first = new Map(optOuts.toReversed().map((each) => [each.address.toLowerCase(), each]));
  const marked = await tx
    .update(leads)
    .set({ unsubscribedAt: optOuts[0]!.at })
    .where(
      and(eq(leads.workspaceId, workspaceId), inArray(leads.email, [...first.keys()]), isNull(leads.unsubscribedAt)),
    )
    .returning({ id: leads.id, email: leads.email });
  for (const { id: leadId, email } of marked) {
    const { threadId, at, isPast } = first.get(email.toLowerCase())!;
    await record(tx, { workspaceId }, "lead.unsubscribed", { threadId, subjectId: leadId });
    await stopChainsOfLead(tx, workspaceId, { leadId, reason: "unsubscribed", at });
    // What was written long ago is Smartlead's own history.
    if (!isPast) await carryUnsubscribe(tx, { workspaceId }, leadId);
  }
}
