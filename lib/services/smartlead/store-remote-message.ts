import { and, eq, gte, isNotNull, lte, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import { newStatsId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { messages, replies, smartleadMessages } from "@/lib/db/schema";
import type { Contact } from "@/lib/services/messages/ensure-lead";
import { ingestLocked } from "@/lib/services/messages/ingest-message";
import type { IngestResult } from "@/lib/services/messages/ingest-types";
import { matchSentMessage, type SentMatch } from "@/lib/services/replies/match-sent-message";
import type { RemoteMessage } from "@/lib/smartlead/smartlead-api";
import type { ConnectionRef } from "./connection-ref";
import type { ReadRemote } from "./read-remote-messages";

/** Without a Message-ID only text and time tell a message from its copy. */
const SAME_TIME_MS = 10 * 60_000;

/** Stores one message of a history in its lead's thread, or finds it there, and keeps how Smartlead told it. Call it under `lockMailbox`. */
export async function storeRemoteMessage(
  tx: Database,
  now: Clock,
  { remote, incoming }: ReadRemote,
  { connection, threadId, contact }: { connection: ConnectionRef; threadId: number | null; contact: Contact },
): Promise<IngestResult> {
  const statsId = remote.statsId || newStatsId();
  const given = { ...incoming.given!, statsId, threadId, contact };
  const match = await matchReply(tx, remote, threadId);
  const nameless = remote.messageId === null && threadId !== null ? await findNameless(tx, incoming, threadId) : null;
  const own = match?.storedId ? { messageId: match.storedId, threadId: match.reply.threadId } : null;
  const stored = own
    ? { ...own, isNew: false, direction: "out" as const }
    : (nameless ?? (await ingestLocked(tx, { ...incoming, given, ...(match ? { reply: match.reply } : {}) }, now)));
  if (!stored) throw new Error("only Junk is passed over");
  if (!stored.isNew && remote.statsId)
    await tx
      .update(messages)
      .set({ statsId, ...(given.step === null ? {} : { step: given.step }) })
      .where(eq(messages.id, stored.messageId));
  if (!stored.isNew && given.step !== null) await takeFromReply(tx, stored.messageId);
  const raw = remote.raw;
  await tx
    .insert(smartleadMessages)
    .values({ messageId: stored.messageId, connectionId: connection.id, raw })
    .onConflictDoUpdate({ target: smartleadMessages.messageId, set: { raw } });
  return stored;
}

/** A reply that left through Smartlead is in the thread since it was taken, under a Message-ID of our own. */
async function matchReply(tx: Database, remote: RemoteMessage, threadId: number | null): Promise<SentMatch | null> {
  if (remote.type !== "SENT" || threadId === null) return null;
  const [known] = remote.messageId
    ? await tx
        .select({ replyId: messages.replyId })
        .from(messages)
        .where(and(eq(messages.threadId, threadId), eq(messages.messageId, remote.messageId)))
    : [];
  return known?.replyId ? null : matchSentMessage(tx, { threadId, message: remote });
}

/** IMAP knows no steps: one that it took for a reply of the same words is the campaign's, and the reply has no message yet. */
async function takeFromReply(tx: Database, messageId: string): Promise<void> {
  const isTaken = and(eq(messages.id, messageId), isNotNull(messages.replyId));
  const taken = await tx
    .update(messages)
    .set({ replyId: null, authorId: null })
    .where(isTaken)
    .returning({ id: messages.id });
  if (taken.length === 0) return;
  await tx.update(replies).set({ sentMessageId: null }).where(eq(replies.sentMessageId, messageId));
}

async function findNameless(
  tx: Database,
  { direction, visibleText, sentAt }: ReadRemote["incoming"],
  threadId: number,
): Promise<IngestResult | null> {
  const [same] = await tx
    .select({ messageId: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.threadId, threadId),
        eq(messages.direction, direction),
        gte(messages.sentAt, new Date(sentAt.getTime() - SAME_TIME_MS)),
        lte(messages.sentAt, new Date(sentAt.getTime() + SAME_TIME_MS)),
        sql`regexp_replace(${messages.visibleText}, '\\s+', '', 'g') = regexp_replace(${visibleText}::text, '\\s+', '', 'g')`,
      ),
    )
    .limit(1);
  return same ? { ...same, threadId, isNew: false, direction } : null;
}
