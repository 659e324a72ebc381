import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { campaignLeads, leadAddresses, leads, threads } from "@/lib/db/schema";
import { leadsOf } from "@/lib/services/access/leads-of";
import { threadsOf } from "@/lib/services/access/threads-of";
import { assignByRule } from "@/lib/services/assignment/assign-by-rule";
import { ensureDirectCampaign } from "@/lib/services/campaigns/ensure-direct-campaign";
import { type Actor, type Context, may } from "@/lib/services/context";
import { stopAnsweredChains } from "@/lib/services/follow-ups/stop-answered-chains";
import { campaignOfLead } from "@/lib/services/leads/campaign-of-lead";
import { writeWriters } from "@/lib/services/messages/write-writers";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import { record } from "@/lib/services/record";
import { notifyChange } from "@/lib/realtime/notify";
import type { AttachThreadInput } from "./schemas";

/** What the history keeps of it, for `detachThread`. */
export type Attaching = {
  address: string;
  /** Whose the address was; the lead itself where nothing changed. */
  formerLeadId: string | null;
  /** The campaign that the lead is in since then; null where it was in it before. */
  joinedId: string | null;
  /** The time that everything bears which the thread has answered. */
  answeredAt: string;
};

/**
 * Makes a stranger's thread a lead's, in one of the lead's campaigns (else the mailbox's "Direct"), and keeps the stranger's
 * address as one of the lead's: what comes from it next is the lead's by itself. What is in it is the lead's answer to whatever had
 * waited for one when it came, and the thread goes to whom a rule gives it.
 * @returns what `detachThread` takes back
 * @throws AppError `not_found` (thread, lead); `conflict` with reason `thread_has_lead` when it is no stranger's any more,
 * `address_of_lead` when the address is that of another lead: two leads never merge
 */
export async function attachThread({ actor, db, now }: Context, { threadId, leadId }: AttachThreadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const thread = await strangersThread(tx, actor, threadId);
    const [lead] = await tx
      .select({ id: leads.id })
      .from(leads)
      .where(and(eq(leads.id, leadId), leadsOf(actor)));
    if (!lead) throw new AppError("not_found", { reason: "lead" });
    const formerLeadId = await keepAddress(tx, actor, { address: thread.contactAddress, leadId });
    const campaign =
      (await campaignOfLead(tx, { leadId, mailboxId: thread.mailboxId })) ??
      (await ensureDirectCampaign(tx, thread.mailboxId));
    const [joined] = await tx
      .insert(campaignLeads)
      .values({ campaignId: campaign.id, leadId })
      .onConflictDoNothing()
      .returning({ campaignId: campaignLeads.campaignId });
    await tx.update(threads).set({ kind: "lead", leadId, campaignId: campaign.id }).where(eq(threads.id, threadId));
    await writeWriters(tx, threadId);
    const { workspaceId, memberId: byId } = actor;
    const at = now();
    await closeAnsweredReminders(tx, { threadId, leadId, at });
    await stopAnsweredChains(tx, { workspaceId, answers: [{ threadId, leadId, from: thread.contactAddress }], at });
    const data: Attaching = {
      address: thread.contactAddress,
      formerLeadId,
      joinedId: joined?.campaignId ?? null,
      answeredAt: at.toISOString(),
    };
    await record(tx, actor, "thread.attached", { threadId, subjectId: leadId, data });
    await notifyChange(tx, { workspaceId, kind: "threads", threadIds: [threadId] });
    await assignByRule(tx, { workspaceId, threadIds: [threadId], at, byId });
    return { threadId, leadId };
  });
}

async function strangersThread(tx: Database, actor: Actor, threadId: number) {
  const [thread] = await tx
    .select()
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)))
    .for("no key update");
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  if (thread.kind === "lead") throw new AppError("conflict", { reason: "thread_has_lead" });
  return thread;
}

/** @returns the lead that the address was kept for so far: null for none, `leadId` itself when nothing changed */
async function keepAddress(
  tx: Database,
  { workspaceId, memberId }: Actor,
  { address, leadId }: { address: string; leadId: string },
): Promise<string | null> {
  if (address === "") return leadId;
  const [owner] = await tx
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.email, address)));
  if (owner && owner.id !== leadId) throw new AppError("conflict", { reason: "address_of_lead" });
  if (owner) return leadId;
  const isIt = and(eq(leadAddresses.workspaceId, workspaceId), eq(leadAddresses.address, address));
  const [former] = await tx.select().from(leadAddresses).where(isIt).for("update");
  if (former?.leadId === leadId) return leadId;
  await tx
    .insert(leadAddresses)
    .values({ workspaceId, address, leadId, addedById: memberId })
    .onConflictDoUpdate({
      target: [leadAddresses.workspaceId, leadAddresses.address],
      set: { leadId, addedById: memberId },
    });
  return former?.leadId ?? null;
}
