import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, messages, threads } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { leadName } from "@/lib/domain/lead-name";
import type { Batch, Partner } from "./batch";
import type { Incoming } from "./direction-of-message";
import { ensureLead, type Contact } from "./ensure-lead";
import type { Known, KnownMessage } from "./find-known-messages";
import type { GivenPlace } from "./ingest-types";
import { addressesOf, leadsAmong } from "./leads-among";
import { isOfMailbox, mayJoin, possibleParents } from "./parent-of-message";
import { isPendingOf, writePending } from "./pending";
import { wasWrittenTo } from "./was-written-to";

type LeadRow = Omit<Partner, "address">;

/** Where a message goes: into a thread that is there, or into a new one. `statsId` is what it carries on, if anything. */
export type Place =
  | { threadId: number; statsId: string | null; contact?: Contact }
  | { threadId: null; statsId: null; kind: "lead"; contact: Contact }
  | { threadId: null; statsId: null; kind: "untracked" | "bulk"; contact: null };

/**
 * Finds the thread of a message, in this order: the outbox row it was sent from; a known message that it answers; its other
 * party is a lead; one of our mailboxes wrote to that address first, or does so now (a lead of "Direct" is made).
 * What is left is a stranger's, or bulk.
 */
export async function threadOfMessage(tx: Database, message: Incoming, known: Known, batch?: Batch): Promise<Place> {
  const { reply, given } = message;
  if (given) return givenPlace(given);
  if (reply) return { threadId: reply.threadId, statsId: reply.statsId };
  if (message.warmUpMark !== null) return keptOut(message, known);
  // Among ourselves: no lead has a part in it, whatever it names.
  if (message.direction === "out" && message.others.length === 0) return aside("bulk");

  const partners = await leadsAmong(tx, message, batch);
  const parents = possibleParents(message, [...known.parents, ...known.answered]);
  const parent = await firstJoinable(tx, message, { parents, partners, batch });
  if (parent) return { threadId: parent.threadId, statsId: message.direction === "in" ? parent.statsId : null };
  if (message.isList && message.direction === "in") return aside("bulk");

  const lead = partners[0] ?? (await leadElsewhere(tx, message, parents));
  const thread = lead && (await threadOfReport(tx, message, lead, batch));
  if (thread) return { threadId: thread.id, statsId: null };
  if (message.isUnproven) return aside("untracked");
  if (lead) {
    const campaigns = batch && message.mailboxId === batch.mailboxId ? batch.campaigns : undefined;
    return newThreadOf(await ensureLead(tx, message, { name: leadName(lead), address: lead.email }, lead, campaigns));
  }
  const [party] = message.others;
  const { direction, workspaceId } = message;
  const isAsked = party && direction === "in" && !batch?.strangers.has(party.address);
  const isOurs = party && (direction === "out" || (isAsked && (await wasWrittenTo(tx, workspaceId, party.address))));
  if (!isOurs) return aside("untracked");
  return (await lateChild(tx, message)) ?? newThreadOf(await ensureLead(tx, message, party));
}

const givenPlace = ({ threadId, statsId, contact }: GivenPlace): Place =>
  threadId === null ? newThreadOf(contact) : { threadId, statsId };

/** Warm-up mail has threads of its own, whoever its writers are besides. */
function keptOut({ inReplyTo, mailboxId }: Incoming, { parents }: Known): Place {
  const parent = parents.find(
    ({ messageId, kind, threadMailboxId }) =>
      kind === "bulk" && threadMailboxId === mailboxId && inReplyTo.includes(messageId),
  );
  return parent ? { threadId: parent.threadId, statsId: null } : aside("bulk");
}

const aside = (kind: "untracked" | "bulk"): Place => ({ threadId: null, statsId: null, kind, contact: null });
const newThreadOf = (contact: Contact): Place => ({ threadId: null, statsId: null, kind: "lead", contact });

/** A parent in another mailbox tells whose the message is; the thread is the lead's in this mailbox. Reports stay with the parent. */
async function firstJoinable(
  tx: Database,
  message: Incoming,
  { parents, partners, batch }: { parents: KnownMessage[]; partners: Partner[]; batch: Batch | undefined },
) {
  const addresses = new Set(partners.map((lead) => addressKey(lead.address)));
  for (const parent of parents) {
    if (!isOfMailbox(parent, message) && message.bounces.length === 0) continue;
    if (message.bounces.length === 0 && partners.some((lead) => lead.id === parent.leadId)) return parent;
    const verdict = mayJoin(message, parent, addresses);
    if (verdict === "ask" && batch) await writePending(tx, batch);
    if (verdict === true || (verdict === "ask" && (await hasTakenPart(tx, parent.threadId, partners)))) return parent;
  }
  return null;
}

async function hasTakenPart(tx: Database, threadId: number, partners: Partner[]): Promise<boolean> {
  const addresses = partners.map((lead) => lead.address.toLowerCase());
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        sql`(lower(${messages.fromAddress}::text) = any(${sql.param(addresses)}::text[]) or exists (
          select from jsonb_array_elements(${messages.to} || ${messages.cc}) party
          where lower(party ->> 'address') = any(${sql.param(addresses)}::text[])))`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

async function leadElsewhere(tx: Database, message: Incoming, parents: KnownMessage[]): Promise<LeadRow | null> {
  const leadId = parents.find((parent) => parent.leadId && mayJoin(message, parent, new Set()) === true)?.leadId;
  if (!leadId) return null;
  const [lead] = await tx.select().from(leads).where(eq(leads.id, leadId));
  return lead ?? null;
}

/**
 * Without a known parent a lead's message opens a thread: a subject alone never merges. Only what a machine wrote about the
 * lead (a delivery report, an automatic answer) joins the lead's newest thread in this mailbox, since it seldom names anything.
 */
async function threadOfReport(
  tx: Database,
  message: Incoming,
  lead: LeadRow,
  batch: Batch | undefined,
): Promise<{ id: number } | null> {
  if (message.direction === "out" || !message.isAutomatic) return null;
  if (batch && isPendingOf(batch, lead.id)) await writePending(tx, batch);
  const [thread] = await tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.leadId, lead.id), eq(threads.mailboxId, message.mailboxId), eq(threads.kind, "lead")))
    .orderBy(desc(threads.lastMessageAt))
    .limit(1);
  return thread ?? null;
}

/** The answer was there before what it answers (INBOX was read before Sent): what we wrote joins it and makes the writer a lead. */
async function lateChild(tx: Database, message: Incoming): Promise<Place | null> {
  if (message.direction === "in") return null;
  const [child] = await tx
    .select({ threadId: threads.id, fromName: messages.fromName, fromAddress: messages.fromAddress })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .where(
      and(
        eq(messages.workspaceId, message.workspaceId),
        inArray(messages.fromAddress, addressesOf(message)),
        eq(threads.kind, "untracked"),
        eq(threads.mailboxId, message.mailboxId),
        sql`(${messages.inReplyTo} || ${messages.references}) @> array[${message.messageId}]::text[]`,
      ),
    )
    .limit(1);
  if (!child) return null;
  const contact = await ensureLead(tx, message, { name: child.fromName, address: child.fromAddress });
  return { threadId: child.threadId, statsId: null, contact };
}
