import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import { CAME_AFTER } from "./came-after";
import type { Incoming } from "./direction-of-message";
import { isForward } from "./is-forward";
import { isLongPast } from "./is-long-past";
import type { HeldThread } from "./lock-thread";

type Told = Pick<Incoming, "direction" | "source" | "sentAt" | "isAutomatic" | "isPast" | "snippet" | "others">;
/** `former`: the thread's row before the message. */
type Stored = { former: HeldThread; messageId: string; seenAt: Date };
export type Grown = Stored & { message: Told };

/** As `summariseThreads` for one. */
export const summariseThread = (tx: Database, message: Told, stored: Stored): Promise<void> =>
  summariseThreads(tx, [{ ...stored, message }]);

/**
 * Brings the rows of threads up to date after messages were stored in them; these may come in any order. The caller holds the
 * rows. A lead's own words take an archived thread back to the inbox, an automatic answer does not.
 */
export async function summariseThreads(tx: Database, grown: Grown[]): Promise<void> {
  for (const each of grown) if (mayTellRead(each.message, each.former)) await readWhatWasAnswered(tx, each);
  const reopened = new Set(grown.filter(doesReopen).map(({ former }) => former.id));
  const newest = [...new Map(grown.toSorted(byAge).map((each) => [each.former.id, each])).values()];
  const threadIds = sql.param(newest.map(({ former }) => former.id));
  const messageIds = sql.param(newest.map(({ messageId }) => messageId));
  const snippets = sql.param(newest.map(({ message }) => message.snippet));
  const reopens = sql.param(newest.map(({ former }) => reopened.has(former.id)));
  const named = new Map<number, string>();
  for (const each of grown) if (!named.get(each.former.id)) named.set(each.former.id, nameGivenBy(each));
  const names = sql.param(newest.map(({ former }) => named.get(former.id) ?? ""));
  await tx.execute(sql`
    update threads set
      last_message_at = newest.sent_at,
      last_message_id = newest.id,
      last_direction = newest.direction,
      last_from = coalesce(nullif(newest.from_name, ''), newest.from_address::text),
      snippet = case when newest.id = given.message_id then given.snippet else threads.snippet end,
      message_count = counts.total,
      unread_count = counts.unread,
      has_attachments = counts.has_attachments,
      is_awaiting_answer = waiting.since is not null,
      awaiting_since = waiting.since,
      last_sent_at = (select max(sent_at) from messages
        where thread_id = given.thread_id and direction = 'out' and not is_automatic and step is null),
      contact_name = coalesce(nullif(threads.contact_name, ''), given.name),
      archived_at = case when given.reopens then null else threads.archived_at end
    from
      unnest(${threadIds}::bigint[], ${messageIds}::uuid[], ${snippets}::text[], ${reopens}::boolean[], ${names}::text[])
        given (thread_id, message_id, snippet, reopens, name),
      lateral (select id, sent_at, direction, from_name, from_address from messages
        where thread_id = given.thread_id order by sent_at desc, id desc limit 1) newest,
      lateral (select count(*)::int as total,
          (count(*) filter (where direction = 'in' and read_at is null))::int as unread,
          bool_or(has_attachments) as has_attachments
        from messages where thread_id = given.thread_id) counts,
      lateral ${waitingSince(sql`given.thread_id`)} waiting
    where threads.id = given.thread_id`);
}

/** As the database tells a thread's newest message. */
const byAge = (a: Grown, b: Grown): number =>
  a.message.sentAt.getTime() - b.message.sentAt.getTime() || (a.messageId < b.messageId ? -1 : 1);

/** Whom we knew by their address alone says who they are. */
function nameGivenBy({ message: { direction, others }, former }: Grown): string {
  const [writer] = others;
  const isTheirs = direction === "in" && writer && sameAddress(writer.address, former.contactAddress);
  return isTheirs && former.contactName === "" ? writer.name : "";
}

const doesReopen = ({ message, seenAt }: Grown): boolean =>
  message.direction === "in" && !message.isAutomatic && !isLongPast(message, seenAt);

// Older ones say nothing more about who waits for whom, however long a thread grows.
const NEWEST = 50;

/** SQL: the newest messages of one side that a person wrote to the other: a forward answers nobody. */
const newestOf = (threadId: SQL, direction: "in" | "out"): SQL =>
  sql`(select * from messages where thread_id = ${threadId} and direction = ${direction} and not is_automatic
    and not ${isForward(sql`messages`)} order by sent_at desc limit ${NEWEST})`;

/** SQL: when the first of theirs came that came after all that we wrote, else null. */
const waitingSince = (threadId: SQL): SQL => sql`(
  select min(theirs.sent_at) as since from ${newestOf(threadId, "in")} theirs
  where not exists (select from ${newestOf(threadId, "out")} ours where not ${CAME_AFTER}))`;

/** An answer from another program, or a message that comes later than what was written after it. */
function mayTellRead(message: Told, former: HeldThread): boolean {
  if (message.direction === "out") return message.source === "sent" && former.unreadCount > 0;
  return message.source === "inbox" && former.lastMessageAt >= message.sentAt;
}

/** What somebody answered from another program he has read there. */
async function readWhatWasAnswered(tx: Database, { former: { id: threadId }, seenAt }: Stored): Promise<void> {
  await tx
    .update(messages)
    .set({ readAt: seenAt })
    .where(
      and(
        eq(messages.threadId, threadId),
        isNull(messages.readAt),
        sql`${messages.id} in (select theirs.id from messages theirs
          where theirs.thread_id = ${threadId} and theirs.direction = 'in' and theirs.read_at is null
            and exists (select from ${newestOf(sql`${threadId}`, "out")} ours where not ${CAME_AFTER}))`,
      ),
    );
}
