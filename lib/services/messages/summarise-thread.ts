import { and, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import type { Incoming } from "./direction-of-message";

type Stored = { threadId: number; messageId: string; seenAt: Date };

/**
 * Brings a thread's row up to date after a message was stored in it; messages may come in any order. The caller holds the row.
 * A lead's own words take an archived thread back to the inbox, an automatic answer does not.
 */
export async function summariseThread(tx: Database, message: Incoming, stored: Stored): Promise<void> {
  if (message.source === "sent" || message.source === "inbox") await readWhatWasAnswered(tx, stored);
  const { threadId, messageId } = stored;
  const reopens = message.direction === "in" && !message.isAutomatic;
  await tx.execute(sql`
    update threads set
      last_message_at = newest.sent_at,
      last_message_id = newest.id,
      last_direction = newest.direction,
      last_from = coalesce(nullif(newest.from_name, ''), newest.from_address::text),
      snippet = case when newest.id = ${messageId} then ${message.snippet} else threads.snippet end,
      message_count = counts.total,
      unread_count = counts.unread,
      has_attachments = counts.has_attachments,
      is_awaiting_answer = coalesce(counts.is_awaiting_answer, false),
      archived_at = case when ${reopens} then null else threads.archived_at end
    from
      (select id, sent_at, direction, from_name, from_address from messages
        where thread_id = ${threadId} order by sent_at desc, id desc limit 1) newest,
      (select count(*)::int as total,
          (count(*) filter (where direction = 'in' and read_at is null))::int as unread,
          bool_or(has_attachments) as has_attachments,
          (array_agg(direction order by sent_at desc, id desc) filter (where not is_automatic))[1] = 'in' as is_awaiting_answer
        from messages where thread_id = ${threadId}) counts
    where threads.id = ${threadId}`);
}

/** What somebody answered from another program he has read there. */
async function readWhatWasAnswered(tx: Database, { threadId, seenAt }: Stored): Promise<void> {
  await tx
    .update(messages)
    .set({ readAt: seenAt })
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.direction, "in"),
        isNull(messages.readAt),
        sql`${messages.sentAt} <= (select max(answer.sent_at) from messages answer
          where answer.thread_id = ${threadId} and answer.direction = 'out' and not answer.is_automatic)`,
      ),
    );
}
