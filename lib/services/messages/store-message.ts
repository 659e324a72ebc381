import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { newStatsId } from "@/lib/core/ids";
import { attachments, messages, messageSources, threads } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import type { Incoming } from "./direction-of-message";
import { ensureLead, type Contact } from "./ensure-lead";
import type { IngestResult } from "./ingest-message";
import { markBouncedLeads } from "./mark-bounced-leads";
import { fileKey } from "./store-files";
import { WrittenMeanwhile } from "./storing-errors";
import type { Place } from "./thread-of-message";
import { summariseThread } from "./summarise-thread";

/** Writes a new message where it belongs, and brings its thread's row up to date. Call it under `lockMailbox`. */
export async function storeMessage(tx: Database, message: Incoming, place: Place, seenAt: Date): Promise<IngestResult> {
  const threadId = place.threadId ?? (await insertThread(tx, message, place));
  if (place.threadId !== null) await lockThread(tx, message, place.threadId, place.contact);
  const [row] = await tx
    .insert(messages)
    .values({ ...columnsOf(message), threadId, statsId: place.statsId ?? newStatsId(), firstSeenAt: seenAt })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (!row) throw new WrittenMeanwhile();
  await tx.insert(messageSources).values({ messageId: row.id, raw: message.raw });
  await insertFiles(tx, message, row.id);
  await markBouncedLeads(tx, message, threadId, seenAt);
  await summariseThread(tx, message, { threadId, messageId: row.id, seenAt });
  return { messageId: row.id, threadId, isNew: true, direction: message.direction };
}

async function insertThread(tx: Database, message: Incoming, place: Place & { threadId: null }): Promise<number> {
  const other = message.others[0] ?? message.to[0] ?? { name: "", address: "" };
  const contact = place.contact ?? { leadId: null, campaignId: null, ...other };
  const [row] = await tx
    .insert(threads)
    .values({
      workspaceId: message.workspaceId,
      kind: place.kind,
      mailboxId: message.mailboxId,
      leadId: contact.leadId,
      campaignId: contact.campaignId,
      subject: message.subject,
      baseSubject: message.baseSubject,
      lastMessageAt: message.sentAt,
      lastDirection: message.direction,
      contactName: contact.name || other.name,
      contactAddress: contact.address,
    })
    .returning({ id: threads.id });
  return row!.id;
}

/**
 * Holds the thread's row to the end of the transaction, as everybody does who counts its messages.
 * A stranger whom we answer becomes a lead of "Direct".
 */
async function lockThread(tx: Database, message: Incoming, threadId: number, contact: Contact | undefined | null) {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId)).for("no key update");
  if (thread?.kind !== "untracked" || message.direction === "in" || message.others.length === 0) return;
  const writer = { name: thread.contactName, address: thread.contactAddress };
  const isToWriter = message.others.some((party) => sameAddress(party.address, writer.address));
  const lead =
    contact ??
    (await ensureLead(
      tx,
      { workspaceId: message.workspaceId, mailboxId: thread.mailboxId },
      isToWriter ? writer : message.others[0]!,
    ));
  await tx
    .update(threads)
    .set({ kind: "lead", leadId: lead.leadId, campaignId: lead.campaignId })
    .where(eq(threads.id, threadId));
}

function columnsOf(message: Incoming) {
  const { direction, reply, sentAt, bounces, isAutomatic, automaticReason, files } = message;
  return {
    workspaceId: message.workspaceId,
    mailboxId: message.mailboxId,
    direction,
    messageId: message.messageId,
    inReplyTo: message.inReplyTo,
    references: message.references,
    fromName: message.from?.name ?? "",
    fromAddress: message.from?.address ?? "",
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    bcc: message.bcc,
    subject: message.subject,
    sentAt,
    text: message.text,
    visibleText: message.visibleText,
    html: message.html,
    isAutomatic,
    automaticReason,
    bounces,
    hasAttachments: files.some((file) => !file.isInline),
    size: message.raw.length,
    parseProblem: message.parseProblem,
    readAt: direction === "out" ? sentAt : null,
    authorId: reply?.authorId ?? null,
    replyId: reply?.id ?? null,
  };
}

async function insertFiles(tx: Database, message: Incoming, messageId: string): Promise<void> {
  if (message.files.length === 0) return;
  const { workspaceId } = message;
  const rows = message.files.map(({ content, ...file }, position) => ({
    ...file,
    workspaceId,
    messageId,
    position,
    size: content.byteLength,
    storageKey: fileKey(workspaceId, file.sha256),
  }));
  await tx.insert(attachments).values(rows);
}
