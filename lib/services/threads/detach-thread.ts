import { and, asc, desc, eq, gt, or } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { campaignLeads, events, leadAddresses, messages, replies, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { giveBackByRule } from "@/lib/services/assignment/give-back-by-rule";
import { type Actor, type Context, may } from "@/lib/services/context";
import { reopenChains } from "@/lib/services/follow-ups/reopen-chains";
import { writeWriters } from "@/lib/services/messages/write-writers";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import { reopenAnswered } from "@/lib/services/reminders/reopen-answered";
import { record } from "@/lib/services/record";
import { notifyChange } from "@/lib/realtime/notify";
import type { Attaching } from "./attach-thread";
import type { AttachThreadInput } from "./schemas";

/**
 * Takes back what the actor did by `attachThread`: the thread is a stranger's again, its address is whose it was, the lead is in no
 * campaign that it joined by it, who got the thread by a rule has it no more, and what it had answered waits again.
 * @throws AppError `not_found`; `conflict` with reason `changed_since` when somebody else attached it, or mail came or was
 * ordered since
 */
export async function detachThread({ actor, db, now }: Context, { threadId, leadId }: AttachThreadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const attached = await ownAttaching(tx, actor, { threadId, leadId });
    const { eventId, joinedId, answeredAt } = attached;
    const [workspaceId, at] = [actor.workspaceId, now()];
    if (answeredAt) await reopenAnswered(tx, { workspaceId, leadId, answeredAt: new Date(answeredAt) });
    await giveBackByRule(tx, actor, [eventId]);
    await tx.update(threads).set({ kind: "untracked", leadId: null, campaignId: null }).where(eq(threads.id, threadId));
    await restoreAddress(tx, actor, attached);
    if (joinedId) await leaveCampaign(tx, { leadId, campaignId: joinedId });
    await writeWriters(tx, threadId);
    // Another thread of the lead may have answered it as well.
    await closeAnsweredReminders(tx, { threadId, leadId, at });
    await reopenChains(tx, actor, { eventIds: [eventId], reason: "answered", at });
    await record(tx, actor, "thread.detached", { threadId, subjectId: leadId, data: { kind: "attach" } });
    await notifyChange(tx, { workspaceId, kind: "threads", threadIds: [threadId] });
    return { threadId };
  });
}

/** What is written down of it since is not there of what was attached before. */
type Attached = Pick<Attaching, "address" | "formerLeadId"> & Partial<Attaching> & { leadId: string; eventId: string };

async function ownAttaching(tx: Database, actor: Actor, { threadId, leadId }: AttachThreadInput): Promise<Attached> {
  // What it had answered waits in other threads of the lead.
  const isIts = or(eq(threads.id, threadId), eq(threads.leadId, leadId));
  await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.workspaceId, actor.workspaceId), isIts))
    .orderBy(asc(threads.id))
    .for("no key update");
  const [thread] = await tx
    .select({ leadId: threads.leadId })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const [last] = await tx
    .select()
    .from(events)
    .where(and(eq(events.threadId, threadId), eq(events.kind, "thread.attached")))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  const isOwn = last?.memberId === actor.memberId && last.subjectId === leadId && thread.leadId === leadId;
  if (!isOwn || (await hasMoved(tx, threadId, last.at))) throw new AppError("conflict", { reason: "changed_since" });
  return { ...(last.data as Attaching), leadId, eventId: last.id };
}

/** Whether mail came or a reply was ordered in a thread since. */
export async function hasMoved(tx: Database, threadId: number, since: Date): Promise<boolean> {
  const came = and(eq(messages.threadId, threadId), gt(messages.firstSeenAt, since));
  const ordered = and(eq(replies.threadId, threadId), gt(replies.acceptedAt, since));
  return (await tx.$count(messages, came)) + (await tx.$count(replies, ordered)) > 0;
}

/** Unless another thread of theirs is in it by now. */
async function leaveCampaign(tx: Database, { leadId, campaignId }: { leadId: string; campaignId: string }) {
  const isIn = and(eq(threads.leadId, leadId), eq(threads.campaignId, campaignId));
  if ((await tx.$count(threads, isIn)) > 0) return;
  await tx.delete(campaignLeads).where(and(eq(campaignLeads.leadId, leadId), eq(campaignLeads.campaignId, campaignId)));
}

async function restoreAddress(
  tx: Database,
  { workspaceId }: Actor,
  { leadId, address, formerLeadId }: Attached,
): Promise<void> {
  if (formerLeadId === leadId) return;
  const isIt = and(
    eq(leadAddresses.workspaceId, workspaceId),
    eq(leadAddresses.address, address),
    eq(leadAddresses.leadId, leadId),
  );
  if (formerLeadId === null) await tx.delete(leadAddresses).where(isIt);
  else await tx.update(leadAddresses).set({ leadId: formerLeadId }).where(isIt);
}
