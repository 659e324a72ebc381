import { and, desc, eq, gt, notInArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { leads, messages, replies, threads } from "@/lib/db/schema";
import { ensureLead } from "../messages/ensure-lead";
import type { ComposerExtras } from "./schemas";
import type { ReplyTarget } from "./send-email-thread-target";

type Lead = typeof leads.$inferSelect;
type Refusal = NonNullable<ComposerExtras["confirmedDespite"]>;

/**
 * Whether this lead may be written to. Who unsubscribed, asked not to be contacted or bounced is written to by a person who
 * was told and confirmed it, or through the API only as the answer to what the lead wrote last.
 * @throws AppError `unprocessable` with reason lead_unsubscribed, lead_do_not_contact or lead_bounced
 */
export async function requireWritable(
  tx: Database,
  { lead, thread }: { lead: Lead; thread: { id: number } },
  composer: ComposerExtras | undefined,
): Promise<void> {
  const refusal = refusalOf(lead);
  if (!refusal) return;
  const isAllowed = composer ? composer.confirmedDespite === refusal : await isAnswer(tx, lead, thread.id);
  if (!isAllowed) throw new AppError("unprocessable", { reason: `lead_${refusal}` });
}

function refusalOf(lead: Lead): Refusal | null {
  if (lead.doNotContactAt) return "do_not_contact";
  if (lead.unsubscribedAt) return "unsubscribed";
  return lead.bouncedAt ? "bounced" : null;
}

/** The lead's newest message, wherever it came in, is in this thread, and nobody has answered it or is about to. */
async function isAnswer(tx: Database, lead: Lead, threadId: number): Promise<boolean> {
  const [newest] = await tx
    .select({ threadId: messages.threadId, sentAt: messages.sentAt, seenAt: messages.firstSeenAt })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(threads.leadId, lead.id), eq(messages.direction, "in"), eq(messages.isAutomatic, false)))
    .orderBy(desc(messages.sentAt))
    .limit(1);
  if (newest?.threadId !== threadId) return false;
  const [sent] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.threadId, threadId), eq(messages.direction, "out"), gt(messages.sentAt, newest.sentAt)))
    .limit(1);
  const [accepted] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threadId),
        notInArray(replies.status, ["failed", "cancelled"]),
        gt(replies.acceptedAt, newest.seenAt),
      ),
    )
    .limit(1);
  return !sent && !accepted;
}

/** The thread's lead; in a stranger's thread the writer becomes one, of its mailbox's campaign "Direct". */
export async function leadOfTarget(tx: Database, { thread, lead, parent }: ReplyTarget): Promise<Lead> {
  if (lead) return lead;
  const writer = {
    name: thread.contactName || parent.fromName,
    address: thread.contactAddress || parent.fromAddress,
  };
  const { leadId, campaignId } = await ensureLead(tx, thread, writer);
  await tx.update(threads).set({ kind: "lead", leadId, campaignId }).where(eq(threads.id, thread.id));
  const [made] = await tx.select().from(leads).where(eq(leads.id, leadId));
  return made!;
}
