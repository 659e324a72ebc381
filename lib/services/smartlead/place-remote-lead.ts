import { and, eq, exists, inArray, ne, not, or } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaignLeads, campaignMailboxes, leads, messages, smartleadLeads, threads } from "@/lib/db/schema";
import { leadName } from "@/lib/domain/lead-name";
import { leadProfileOf, type LeadProfile } from "@/lib/smartlead/lead-profile";
import type { RemoteLead } from "@/lib/smartlead/smartlead-api";
import type { Contact } from "@/lib/services/messages/ensure-lead";
import { mergeThreads } from "@/lib/services/messages/merge-threads";
import { summariseThread } from "@/lib/services/messages/summarise-thread";
import { writeWriters } from "@/lib/services/messages/write-writers";
import { closeAnsweredReminders } from "@/lib/services/reminders/close-answered-reminders";
import type { ConnectionRef } from "./connection-ref";
import { ensureRemoteCampaign } from "./ensure-remote-campaign";
import { statusOfLead } from "./order-sequence";
import { teamMemberOfRow } from "./team-member-of-row";

type Where = {
  connection: ConnectionRef;
  lead: RemoteLead;
  smartleadCampaignId: string;
  mailboxId: string;
  /** Message-IDs of its history. */
  messageIds: string[];
  at: Date;
  /** The lead says nothing that is not stored already. */
  isHistoryOnly: boolean;
};
export type PlacedLead = {
  row: typeof smartleadLeads.$inferSelect;
  /** What the row said before. */
  former: { categoryId: string | null; isUnread: boolean | null; teamMemberId: string | null };
  threadId: number | null;
  contact: Contact;
};

/**
 * The lead's rows, and the thread that its messages go to: the one that it has, and what IMAP has made of the same messages becomes
 * part of it. Null until its first message is stored. Call it under `lockMailbox`.
 */
export async function placeRemoteLead(tx: Database, where: Where): Promise<PlacedLead> {
  const { connection, lead, mailboxId } = where;
  // The campaign before the lead, here as everywhere: the order of locks.
  const campaignId = await ensureRemoteCampaign(tx, where.smartleadCampaignId);
  const contact = await contactOf(tx, connection.workspaceId, lead, campaignId);
  await tx.insert(campaignLeads).values({ campaignId, leadId: contact.leadId }).onConflictDoNothing();
  await tx.insert(campaignMailboxes).values({ campaignId, mailboxId }).onConflictDoNothing();
  const { row, former } = await keepRow(tx, where, contact.leadId);
  const threadId = await bringTogether(tx, where, { row, contact });
  return { row, former, threadId, contact };
}

async function contactOf(tx: Database, workspaceId: string, lead: RemoteLead, campaignId: string): Promise<Contact> {
  const { email, firstName, lastName } = lead;
  await tx.insert(leads).values({ workspaceId, email, firstName, lastName }).onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.workspaceId, workspaceId), eq(leads.email, email)));
  if (!row) throw new Error("a lead vanished while it was made");
  if (!row.firstName && !row.lastName && (firstName || lastName))
    await tx.update(leads).set({ firstName, lastName }).where(eq(leads.id, row.id));
  const name = leadName({ firstName: row.firstName || firstName, lastName: row.lastName || lastName });
  return { leadId: row.id, campaignId, name, address: row.email };
}

/** What is not known of the lead, when its first row comes: what a person empties later stays empty. */
async function fillProfile(tx: Database, leadId: string, { raw }: RemoteLead): Promise<void> {
  const [row] = await tx.select().from(leads).where(eq(leads.id, leadId));
  const told = Object.entries(leadProfileOf(raw)).filter(([name, value]) => value && !row?.[name as keyof LeadProfile]);
  if (told.length > 0) await tx.update(leads).set(Object.fromEntries(told)).where(eq(leads.id, leadId));
}

/** A row that was asked for before an answer which is known here says nothing any more: of it nothing is written. */
async function keepRow(tx: Database, { connection, lead, ...where }: Where, leadId: string) {
  const { workspaceId, id: connectionId } = connection;
  const isIt = and(eq(smartleadLeads.workspaceId, workspaceId), eq(smartleadLeads.leadMapId, lead.leadMapId));
  const [known] = await tx.select().from(smartleadLeads).where(isIt).for("update");
  const former = {
    categoryId: known?.remoteCategoryId ?? null,
    isUnread: known?.isUnread ?? null,
    teamMemberId: known ? teamMemberOfRow(known.row) : null,
  };
  const isStale = lead.lastReplyAt && known?.lastReplyAt && lead.lastReplyAt < known.lastReplyAt;
  if (known && (where.isHistoryOnly || isStale)) return { row: known, former };
  const told = {
    connectionId,
    campaignId: where.smartleadCampaignId,
    remoteLeadId: lead.leadId,
    status: await statusOfLead(tx, known, lead.status),
    remoteCategoryId: lead.categoryId,
    isUnread: lead.isUnread ?? known?.isUnread ?? null,
    lastReplyAt: lead.lastReplyAt ?? known?.lastReplyAt ?? null,
    row: lead.raw,
  };
  if (!known) await fillProfile(tx, leadId, lead);
  const [row] = known
    ? await tx.update(smartleadLeads).set(told).where(isIt).returning()
    : await tx
        .insert(smartleadLeads)
        .values({ ...told, workspaceId, leadMapId: lead.leadMapId, leadId })
        .returning();
  return { row: row!, former };
}

/** The lead's own thread, and those of its or of strangers' in which messages of its history lie already: all become one. */
async function bringTogether(
  tx: Database,
  where: Where,
  { row, contact }: Pick<PlacedLead, "row" | "contact">,
): Promise<number | null> {
  const found = await threadsOfMessages(tx, where, { row, contact });
  const ids = [...new Set([...(row.threadId ? [row.threadId] : []), ...found])].toSorted((a, b) => a - b);
  const [survivor, ...others] = ids;
  if (survivor === undefined || (others.length === 0 && survivor === row.threadId)) return row.threadId;
  const { workspaceId } = where.connection;
  if (others.length > 0) await mergeThreads(tx, { workspaceId, survivor, others, contact });
  const { leadId, campaignId, name: contactName, address: contactAddress } = contact;
  const [former] = await tx
    .update(threads)
    .set({ engine: "smartlead", kind: "lead", leadId, campaignId, contactName, contactAddress })
    .where(eq(threads.id, survivor))
    .returning();
  // What a stranger has written there was the lead's answer.
  await closeAnsweredReminders(tx, { threadId: survivor, leadId, at: where.at });
  await writeWriters(tx, survivor);
  await tx.update(smartleadLeads).set({ threadId: survivor }).where(eq(smartleadLeads.id, row.id));
  // Says nothing new itself: the figures of what was brought together are counted afresh.
  const nothing = { direction: "out", source: "smartlead", sentAt: where.at, isAutomatic: true, isPast: true } as const;
  const { snippet, lastMessageId } = former!;
  if (lastMessageId)
    await summariseThread(
      tx,
      { ...nothing, snippet, others: [] },
      { former: former!, messageId: lastMessageId, seenAt: where.at },
    );
  return survivor;
}

async function threadsOfMessages(
  tx: Database,
  { connection, mailboxId, messageIds }: Where,
  { row, contact }: Pick<PlacedLead, "row" | "contact">,
): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const isAnotherLeads = exists(
    tx
      .select({ id: smartleadLeads.id })
      .from(smartleadLeads)
      .where(and(eq(smartleadLeads.threadId, threads.id), ne(smartleadLeads.id, row.id))),
  );
  const rows = await tx
    .selectDistinct({ id: threads.id })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(
      and(
        eq(messages.workspaceId, connection.workspaceId),
        eq(messages.mailboxId, mailboxId),
        inArray(messages.messageId, messageIds),
        eq(threads.mailboxId, mailboxId),
        // Two leads never merge.
        or(and(eq(threads.kind, "lead"), eq(threads.leadId, contact.leadId)), eq(threads.kind, "untracked")),
        not(isAnotherLeads),
      ),
    );
  return rows.map(({ id }) => id);
}
