import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, leads, mailboxes, threads } from "@/lib/db/schema";
import { intoWindows } from "@/lib/domain/machine-windows";
import { machineWindows } from "../replies/machine-windows";
import type { ReplyRow } from "../replies/reply-row";

export type ApprovedTime = {
  scheduledAt: Date | null;
  dueAt: Date;
  /** Its wanted time was over, and it has got another. */
  isReplanned: boolean;
};

/**
 * When a waiting reply leaves if it is approved at an instant: at the time that its author chose; now, if it was to leave now, after
 * the hold by which approval can be taken back; and where the chosen time is over, at the next moment within the windows.
 */
export async function approvedTime(
  tx: Database,
  reply: ReplyRow,
  { at, holdSeconds }: { at: Date; holdSeconds: number },
): Promise<ApprovedTime> {
  const { scheduledAt, dueAt, smartleadLeadId } = reply;
  const ready = new Date(at.getTime() + holdSeconds * 1000);
  if (scheduledAt === null) return { scheduledAt, dueAt: ready, isReplanned: false };
  if (scheduledAt > ready) {
    // What Smartlead keeps until its time is given to it before.
    const isKeptThere = smartleadLeadId !== null && dueAt < scheduledAt;
    return { scheduledAt, dueAt: isKeptThere ? ready : scheduledAt, isReplanned: false };
  }
  const [bound] = await tx
    .select({ mailbox: mailboxes, thread: threads, lead: leads, campaign: campaigns })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, reply.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
    .where(eq(threads.id, reply.threadId));
  const next = bound ? intoWindows(ready, await machineWindows(tx, bound, at)) : ready;
  return { scheduledAt: next > ready ? next : null, dueAt: next, isReplanned: true };
}
