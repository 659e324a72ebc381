import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { messages, threads } from "@/lib/db/schema";
import type { Batch, Pending } from "./batch";
import type { Incoming } from "./direction-of-message";
import type { KnownMessage } from "./find-known-messages";
import { isPlain } from "./is-plain";
import type { HeldThread } from "./lock-thread";
import { type Grown, settleGrown } from "./settle-grown";
import { WrittenMeanwhile } from "./storing-errors";

type MessageRow = typeof messages.$inferInsert;

export const nothingPending = (): Pending => ({
  threads: [],
  messages: [],
  grown: [],
  messageIds: new Set(),
});

/** @param thread the message's thread as it is with the message */
export function addPending(
  { pending, heard, held }: Pick<Batch, "pending" | "heard" | "held">,
  row: MessageRow & Pick<KnownMessage, "to" | "cc">,
  { thread, grown, leadEmail }: { thread: HeldThread; grown: Grown | null; leadEmail: string | null },
): void {
  pending.messages.push(row);
  pending.messageIds.add(row.messageId);
  if (grown) pending.grown.push(grown);
  held.set(thread.id, thread);
  heard.messages.get(row.messageId)?.push({
    id: row.id!,
    messageId: row.messageId,
    mailboxId: row.mailboxId,
    statsId: row.statsId,
    direction: row.direction,
    replyId: null,
    fromAddress: row.fromAddress ?? "",
    isUnproven: false,
    isJunk: row.isJunk ?? false,
    size: row.size ?? 0,
    to: row.to,
    cc: row.cc,
    bcc: row.bcc ?? [],
    threadId: thread.id,
    kind: thread.kind,
    threadMailboxId: thread.mailboxId,
    baseSubject: thread.baseSubject,
    leadId: thread.leadId,
    leadEmail,
  });
}

/**
 * Whether a message's place cannot be told while others are pending: it is named by one (`awaited`), is one or names one of which the
 * batch has nothing in mind, or is not plain and so may ask for anything.
 */
export function mustSeePending(
  { pending: { messageIds }, heard, awaited }: Pick<Batch, "pending" | "heard" | "awaited">,
  message: Incoming,
): boolean {
  if (messageIds.size === 0) return false;
  if (!isPlain(message) || awaited.has(message.messageId)) return true;
  const ids = [message.messageId, message.contentHash, ...message.inReplyTo, ...message.references];
  return ids.some((id) => messageIds.has(id) && !heard.messages.has(id));
}

/** Whether threads of a lead are not yet as their rows will say. */
export const isPendingOf = ({ pending: { threads: made, grown } }: Pick<Batch, "pending">, leadId: string): boolean =>
  made.some((thread) => thread.leadId === leadId) || grown.some(({ former }) => former.leadId === leadId);

type Writing = Pick<Batch, "pending" | "categoryIds"> & { later: { categorised: Set<number> } };

/** Writes what is pending. @throws WrittenMeanwhile when one is there already */
export async function writePending(tx: Database, batch: Writing): Promise<void> {
  const { pending } = batch;
  if (pending.messages.length === 0) return;
  batch.pending = nothingPending();
  if (pending.threads.length > 0) await insertRows(tx, threads, pending.threads);
  const written = await insertRows(tx, messages, pending.messages, sql`on conflict do nothing`);
  if (written < pending.messages.length) throw new WrittenMeanwhile();
  if (pending.grown.length > 0) await settleGrown(tx, pending.grown, batch);
}
