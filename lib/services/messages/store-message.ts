import { createHash } from "node:crypto";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { newId, newStatsId } from "@/lib/core/ids";
import { attachments, messages, messageSources, threads } from "@/lib/db/schema";
import { assignByRule } from "@/lib/services/assignment/assign-by-rule";
import type { Batch } from "./batch";
import { firstCategory } from "./categorise-thread";
import { categoryOfMessage, type Verdict } from "./category-of-message";
import type { Incoming } from "./direction-of-message";
import { followIncoming } from "./follow-incoming";
import type { Known } from "./find-known-messages";
import type { IngestResult } from "./ingest-types";
import { forgetThreads } from "./forget-threads";
import { isLongPast } from "./is-long-past";
import { isPlain } from "./is-plain";
import { type HeldThread, lockThread } from "./lock-thread";
import { categoryColumnsOf, columnsOf, firstSeenAt, hasAttachments } from "./message-columns";
import { markBouncedLeads } from "./mark-bounced-leads";
import { markUnsubscribedLeads, optOutOf } from "./mark-unsubscribed-lead";
import { settleGrown } from "./settle-grown";
import { addPending, writePending } from "./pending";
import { fileKey } from "./store-files";
import { WrittenMeanwhile } from "./storing-errors";
import type { Place } from "./thread-of-message";
import { writeWriters } from "./write-writers";
import { writerOfMessage } from "./writer-of-message";

/**
 * Writes a new message where it belongs, and brings its thread's row up to date. Call it under `lockMailbox`.
 * It is first seen when its thread is held: a reply accepted before that cannot have known it.
 */
export async function storeMessage(
  tx: Database,
  message: Incoming,
  place: Place,
  { now, known, batch }: { now: Clock; known: Known; batch?: Batch },
): Promise<IngestResult> {
  const id = newId();
  const verdict = await categoryOfMessage(tx, message, batch);
  const isLater = batch !== undefined && isPlain(message);
  if (batch && !isLater) await stepOut(tx, batch, message, place.threadId);
  const former =
    place.threadId === null ? null : await lockThread(tx, message, place.threadId, place.contact, batch?.held);
  const seenAt = now();
  const made = former ? null : await newThread(tx, message, place, { id, seenAt, verdict, batch });
  const threadId = former?.id ?? (await insertThread(tx, made!, isLater ? batch : undefined));
  const leadId = former ? former.leadId : (place.contact?.leadId ?? null);
  const row = {
    ...columnsOf(message),
    ...categoryColumnsOf(verdict),
    id,
    threadId,
    statsId: message.given?.statsId ?? place.statsId ?? newStatsId(),
    firstSeenAt: firstSeenAt(message, seenAt),
    writer: await writerOfMessage(tx, message, { leadId, threadId, contact: place.contact ?? null }, known),
  };
  const grown = former && { message, former, messageId: id, seenAt, verdict };
  if (batch && former) takeForNewest(batch, former);
  if (isLater)
    addPending(batch, row, {
      thread: withMessage(message, former, made, threadId),
      grown,
      leadEmail: leadEmailOf(place, known, threadId),
    });
  else await insertMessage(tx, row);
  await insertSource(tx, message, id, batch);
  // A stranger who was answered is a lead from now on, and so are his earlier messages a lead's.
  if (former?.kind === "untracked" && message.direction === "out") await writeWriters(tx, threadId);
  await follow(tx, message, { threadId, leadId, at: seenAt, batch });
  await markBouncedLeads(tx, message, threadId, seenAt);
  await heed(tx, message, verdict, { threadId, at: seenAt, batch });
  if (grown && !isLater) await settleGrown(tx, [grown], batch);
  await findOwner(tx, message, { threadId, at: seenAt, batch });
  if (batch && !isLater) forgetThreads(batch, [threadId]);
  return { messageId: id, threadId, isNew: true, direction: message.direction };
}

/** What is not written with others is written behind them, and the batch has nothing in mind of it. */
async function stepOut(
  tx: Database,
  batch: Batch,
  { messageId, contentHash }: Incoming,
  threadId: number | null,
): Promise<void> {
  await writePending(tx, batch);
  for (const id of [messageId, contentHash]) batch.heard.messages.delete(id);
  if (threadId !== null) forgetThreads(batch, [threadId]);
}

/** The thread of a pending message as it is with it. */
function withMessage({ sentAt }: Incoming, former: HeldThread | null, made: NewThread | null, id: number): HeldThread {
  if (made) return { ...NO_CATEGORY, ...made, id };
  const lastMessageAt = former!.lastMessageAt > sentAt ? former!.lastMessageAt : sentAt;
  return { ...former!, lastMessageAt };
}

const NO_CATEGORY = { categoryId: null, categorySource: null };

const leadEmailOf = ({ contact }: Place, { parents }: Known, threadId: number): string | null =>
  contact?.address ?? parents.find((parent) => parent.threadId === threadId)?.leadEmail ?? null;

/** A fresh mail of the lead later in the batch belongs to the campaign of the thread in which they have just written. */
function takeForNewest({ mailboxId, campaigns }: Batch, { leadId, campaignId, ...thread }: HeldThread): void {
  if (leadId && campaignId && thread.mailboxId === mailboxId) campaigns.set(leadId, campaignId);
}

async function insertMessage(tx: Database, row: typeof messages.$inferInsert): Promise<void> {
  const insert = tx.insert(messages).values(row).onConflictDoNothing().returning({ id: messages.id });
  // Planning what the search column is made of takes as long as making it: once a connection, not once a message.
  const [inserted] = await insert.prepare(statementName(insert.toSQL().sql)).execute();
  if (!inserted) throw new WrittenMeanwhile();
}

type Stored = { threadId: number; at: Date; batch: Batch | undefined };

async function follow(
  tx: Database,
  message: Incoming,
  { batch, ...where }: Stored & { leadId: string | null },
): Promise<void> {
  if (message.direction !== "in" || message.isPast) return;
  if (batch) batch.later.arrivals.push({ message, ...where });
  else await followIncoming(tx, [{ message, ...where }]);
}

/** Of a batch behind what its messages answer, as of one alone: whoever has answered is told that, not that he wants no more mail. */
async function heed(
  tx: Database,
  message: Incoming,
  verdict: Verdict | null,
  { batch, ...where }: Stored,
): Promise<void> {
  const optOut = optOutOf(message, verdict, where);
  if (!optOut) return;
  if (batch) batch.later.optOuts.push(optOut);
  else await markUnsubscribedLeads(tx, message.workspaceId, [optOut]);
}

/** What a person has just written may be somebody's by a rule. Smartlead says itself first whose its threads are. */
async function findOwner(
  tx: Database,
  { workspaceId, direction, isAutomatic, isPast, isQuiet, given }: Incoming,
  { threadId, at, batch }: Stored,
): Promise<void> {
  if (direction !== "in" || isAutomatic || isPast || isQuiet || given) return;
  if (batch) batch.later.answered.add(threadId);
  else await assignByRule(tx, { workspaceId, threadIds: [threadId], at });
}

/** Another text is another statement. */
const statementName = (text: string): string => `store_${createHash("md5").update(text).digest("hex")}`;

/** A new thread's row says at once what its one message is. */
async function newThread(
  tx: Database,
  message: Incoming,
  place: Place,
  {
    id: messageId,
    seenAt,
    verdict,
    batch,
  }: { id: string; seenAt: Date; verdict: Verdict | null; batch: Batch | undefined },
) {
  if (place.threadId !== null) throw new WrittenMeanwhile();
  const other = message.others[0] ?? message.to[0] ?? { name: "", address: "" };
  const contact = place.contact ?? { leadId: null, campaignId: null, ...other };
  const isWaiting = message.direction === "in" && !message.isAutomatic;
  return {
    workspaceId: message.workspaceId,
    kind: place.kind,
    engine: message.given ? ("smartlead" as const) : ("mailbox" as const),
    mailboxId: message.mailboxId,
    leadId: contact.leadId,
    campaignId: contact.campaignId,
    subject: message.subject,
    baseSubject: message.baseSubject,
    lastMessageAt: message.sentAt,
    lastMessageId: messageId,
    lastDirection: message.direction,
    lastFrom: message.from?.name || message.from?.address || "",
    snippet: message.snippet,
    messageCount: 1,
    unreadCount: message.direction === "in" && !message.isPast ? 1 : 0,
    hasAttachments: hasAttachments(message),
    isAwaitingAnswer: isWaiting,
    awaitingSince: isWaiting ? message.sentAt : null,
    lastSentAt: isByHand(message) ? message.sentAt : null,
    archivedAt: isLongPast(message, seenAt) ? seenAt : null,
    contactName: contact.name || other.name,
    contactAddress: contact.address,
    ...(place.kind === "lead" ? await firstCategory(tx, message, verdict, batch) : {}),
  };
}

type NewThread = Awaited<ReturnType<typeof newThread>>;

/** @param batch with whose others it is written later */
async function insertThread(tx: Database, values: NewThread, batch: Batch | undefined): Promise<number> {
  const given = batch?.threadIds.shift();
  if (batch && given !== undefined) {
    batch.pending.threads.push({ id: given, ...values });
    return given;
  }
  const [row] = await tx.insert(threads).values(values).returning({ id: threads.id });
  return row!.id;
}

/** Somebody of ours wrote it: no machine, no step of a campaign. */
const isByHand = ({ direction, isAutomatic, given }: Incoming): boolean =>
  direction === "out" && !isAutomatic && (given?.step ?? null) === null;

/** The raw source and the rows of its files; of a batch with those of the others. */
async function insertSource(tx: Database, message: Incoming, messageId: string, batch?: Batch): Promise<void> {
  const source = { messageId, raw: message.raw };
  const files = filesOf(message, messageId);
  if (batch) {
    batch.later.sources.push(source);
    batch.later.files.push(...files);
    return;
  }
  await tx.insert(messageSources).values(source);
  if (files.length > 0) await tx.insert(attachments).values(files);
}

function filesOf({ workspaceId, files }: Incoming, messageId: string) {
  return files.map(({ content, ...file }, position) => ({
    ...file,
    workspaceId,
    messageId,
    position,
    size: content.byteLength,
    storageKey: fileKey(workspaceId, file.sha256),
  }));
}
