import { and, desc, eq, gt, notInArray, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { leads, messages, replies, threads } from "@/lib/db/schema";
import { CAME_AFTER } from "../messages/came-after";
import { ensureLead } from "../messages/ensure-lead";
import { isForward } from "../messages/is-forward";
import { writeWriters } from "../messages/write-writers";
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
  composer: Pick<ComposerExtras, "confirmedDespite"> | undefined,
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
  const newest = await newestOf(tx, lead);
  if (newest?.threadId !== threadId) return false;
  const { rows: sent } = await tx.execute(sql`
    select from messages theirs join messages ours on ours.thread_id = theirs.thread_id
    where theirs.id = ${newest.id} and ours.direction = 'out' and not ours.is_automatic and not ${isForward(sql`ours`)} and not ${CAME_AFTER} limit 1`);
  const [accepted] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threadId),
        eq(replies.kind, "reply"),
        notInArray(replies.status, ["failed", "cancelled"]),
        gt(replies.acceptedAt, newest.seenAt),
      ),
    )
    .limit(1);
  return sent.length === 0 && !accepted;
}

const DAY_MS = 86_400_000;

/** Of what the lead dates within a day of the latest, what was seen last: not all clocks that a lead writes by are right. */
async function newestOf(tx: Database, lead: Lead) {
  const found = await tx
    .select({
      id: messages.id,
      threadId: messages.threadId,
      sentAt: messages.sentAt,
      seenAt: messages.firstSeenAt,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(and(eq(threads.leadId, lead.id), eq(messages.direction, "in"), eq(messages.isAutomatic, false)))
    .orderBy(desc(messages.sentAt))
    .limit(50);
  const latest = found[0]?.sentAt.getTime() ?? 0;
  return found
    .filter(({ sentAt }) => sentAt.getTime() > latest - DAY_MS)
    .toSorted((a, b) => b.seenAt.getTime() - a.seenAt.getTime())[0];
}

/** The thread's lead; in a stranger's thread the writer becomes one, of its mailbox's campaign "Direct". */
export async function leadOfTarget(
  tx: Database,
  { thread, lead, parent }: Pick<ReplyTarget, "thread" | "lead" | "parent">,
): Promise<Lead> {
  if (lead) return lead;
  const writer = {
    name: thread.contactName || parent.fromName,
    address: thread.contactAddress || parent.fromAddress,
  };
  const { leadId, campaignId } = await ensureLead(tx, thread, writer);
  await tx.update(threads).set({ kind: "lead", leadId, campaignId }).where(eq(threads.id, thread.id));
  await writeWriters(tx, thread.id);
  const [made] = await tx.select().from(leads).where(eq(leads.id, leadId));
  return made!;
}
