import { sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { insertRows } from "@/lib/db/insert-rows";
import { messages, threads } from "@/lib/db/schema";
import type { Incoming } from "./direction-of-message";
import { isPlain } from "./is-plain";
import { settleGrown, type Grown } from "./settle-grown";
import { WrittenMeanwhile } from "./storing-errors";

type MessageRow = typeof messages.$inferInsert;

/** Plain messages of a batch that have their places but are not written yet: many are written by one statement. */
export type Pending = {
  threads: (typeof threads.$inferInsert)[];
  messages: MessageRow[];
  grown: Grown[];
  messageIds: Set<string>;
  threadIds: Set<number>;
};

export const nothingPending = (): Pending => ({
  threads: [],
  messages: [],
  grown: [],
  messageIds: new Set(),
  threadIds: new Set(),
});

export function addPending(pending: Pending, row: MessageRow, grown: Grown | null): void {
  pending.messages.push(row);
  pending.messageIds.add(row.messageId);
  pending.threadIds.add(row.threadId);
  if (grown) pending.grown.push(grown);
}

/**
 * Whether a message's place cannot be told while others are pending: it is one of them, names one, is named by one (`awaited`), or
 * is not plain and so may ask for anything.
 */
export function mustSeePending({ messageIds }: Pending, message: Incoming, awaited: Set<string>): boolean {
  if (messageIds.size === 0) return false;
  if (!isPlain(message) || awaited.has(message.messageId)) return true;
  const ids = [message.messageId, message.contentHash, ...message.inReplyTo, ...message.references];
  return ids.some((id) => messageIds.has(id));
}

type Writing = { pending: Pending; later: { categorised: Set<number> } };

/** Writes what is pending; of each thread that was there at most one message is. @throws WrittenMeanwhile when one is there already */
export async function writePending(tx: Database, batch: Writing): Promise<void> {
  const { pending } = batch;
  if (pending.messages.length === 0) return;
  batch.pending = nothingPending();
  if (pending.threads.length > 0) await insertRows(tx, threads, pending.threads);
  const written = await insertRows(tx, messages, pending.messages, sql`on conflict do nothing`);
  if (written < pending.messages.length) throw new WrittenMeanwhile();
  if (pending.grown.length > 0) await settleGrown(tx, pending.grown, batch.later);
}
