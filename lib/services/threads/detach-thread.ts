import { and, desc, eq, gt } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { events, leadAddresses, messages, replies, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Actor, type Context, may } from "@/lib/services/context";
import { writeWriters } from "@/lib/services/messages/write-writers";
import { record } from "@/lib/services/record";
import { notifyChange } from "@/lib/realtime/notify";
import type { AttachThreadInput } from "./schemas";

/**
 * Takes back what the actor did by `attachThread`: the thread is a stranger's again, and its address nobody's.
 * @throws AppError `not_found`; `conflict` with reason `changed_since` when somebody else attached it, or mail came or was
 * ordered since
 */
export async function detachThread({ actor, db }: Context, { threadId, leadId }: AttachThreadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const attached = await ownAttaching(tx, actor, { threadId, leadId });
    await tx.update(threads).set({ kind: "untracked", leadId: null, campaignId: null }).where(eq(threads.id, threadId));
    await restoreAddress(tx, actor, attached);
    await writeWriters(tx, threadId);
    await record(tx, actor, "thread.detached", { threadId, subjectId: leadId, data: { kind: "attach" } });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "threads", threadIds: [threadId] });
    return { threadId };
  });
}

type Attaching = { leadId: string; address: string; formerLeadId: string | null };

async function ownAttaching(tx: Database, actor: Actor, { threadId, leadId }: AttachThreadInput): Promise<Attaching> {
  const [thread] = await tx
    .select({ leadId: threads.leadId })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)))
    .for("no key update");
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const [last] = await tx
    .select()
    .from(events)
    .where(and(eq(events.threadId, threadId), eq(events.kind, "thread.attached")))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  const isOwn = last?.memberId === actor.memberId && last.subjectId === leadId && thread.leadId === leadId;
  if (!isOwn || (await hasMoved(tx, threadId, last.at))) throw new AppError("conflict", { reason: "changed_since" });
  const { address, formerLeadId } = last.data as { address: string; formerLeadId: string | null };
  return { leadId, address, formerLeadId };
}

/** Whether mail came or a reply was ordered in a thread since. */
export async function hasMoved(tx: Database, threadId: number, since: Date): Promise<boolean> {
  const came = and(eq(messages.threadId, threadId), gt(messages.firstSeenAt, since));
  const ordered = and(eq(replies.threadId, threadId), gt(replies.acceptedAt, since));
  return (await tx.$count(messages, came)) + (await tx.$count(replies, ordered)) > 0;
}

async function restoreAddress(
  tx: Database,
  { workspaceId }: Actor,
  { leadId, address, formerLeadId }: Attaching,
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
