import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { mailboxes, messages, replies, threads } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import type { RemoteMessage } from "@/lib/smartlead/smartlead-api";
import { followReply } from "../follow-ups/follow-reply";
import { announceReply, type ReplyRow } from "./reply-row";
import { replyWithWords, type Candidate } from "./reply-with-words";

/** What of a sent message tells which reply it is; `messageId` without angle brackets, null where nobody gave one. */
export type SentMessage = Pick<RemoteMessage, "messageId" | "statsId" | "time" | "html" | "step">;

export type SentMatch = {
  /** For `ingestMessage`, where the caller has to store the message. */
  reply: { id: string; authorId: string; threadId: number; statsId: string; messageId: string };
  /** The row that the message is already; null when none is stored yet. */
  storedId: string | null;
};

/** Smartlead's clock and ours may disagree by this much. */
const CLOCKS_MS = 2 * 60_000;

/**
 * Finds the reply that a message which was sent in a Smartlead thread is: the same words, not earlier than it was handed over, and no
 * other message is that reply. Our own copy takes its Message-ID and stats id, so that no second row is made; a reply that was
 * unknown or handed over is sent. Call it in the transaction that would store the message, for what is not stored yet.
 * @returns null when it is no reply of ours (a step of the campaign, or written at Smartlead)
 */
export async function matchSentMessage(
  tx: Database,
  { threadId, message }: { threadId: number; message: SentMessage },
): Promise<SentMatch | null> {
  // A step of the campaign may say what a reply says.
  if (message.step !== null) return null;
  // Whoever moves a reply holds its thread first.
  await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
  const candidates = await unmatchedReplies(tx, threadId, message.time);
  const reply = replyWithWords(candidates, message);
  if (!reply) return null;
  const storedId = await adopt(tx, reply, message);
  if (reply.status !== "sent") await becomeSent(tx, reply, message.time);
  if (storedId) await tx.update(replies).set({ sentMessageId: storedId }).where(eq(replies.id, reply.id));
  return {
    reply: {
      id: reply.id,
      authorId: reply.authorId,
      threadId,
      statsId: message.statsId || reply.statsId,
      messageId: message.messageId ?? reply.messageId,
    },
    storedId,
  };
}

/** Replies that may have left by then, what Smartlead keeps until a time not before that, and that no message of another Message-ID or stats id is yet. */
function unmatchedReplies(tx: Database, threadId: number, time: Date): Promise<Candidate[]> {
  return tx
    .select({ reply: replies, signature: mailboxes.signatureHtml })
    .from(replies)
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .where(
      and(
        eq(replies.threadId, threadId),
        isNotNull(replies.smartleadLeadId),
        inArray(replies.status, ["sending", "unknown", "handed_over", "sent"]),
        isNotNull(replies.markedAt),
        sql`greatest(${replies.markedAt}, ${replies.scheduledAt}) <= ${new Date(time.getTime() + CLOCKS_MS).toISOString()}::timestamptz`,
        sql`not exists (select from ${messages} where ${messages.threadId} = ${replies.threadId} and ${messages.replyId} = ${replies.id}
          and (${messages.messageId} <> ${replies.messageId} or ${messages.statsId} <> ${replies.statsId}))`,
      ),
    )
    .for("update", { of: replies });
}

/** Our copy takes the ids under which everybody else knows the message. A row that has them already (IMAP was faster) is the reply's. */
async function adopt(tx: Database, reply: ReplyRow, { messageId, statsId }: SentMessage): Promise<string | null> {
  const { id: replyId, authorId, threadId, mailboxId, workspaceId } = reply;
  const isReplys = and(eq(messages.threadId, threadId), eq(messages.replyId, replyId));
  const [copy] = await tx.select({ id: messages.id }).from(messages).where(isReplys);
  const [namesake] = messageId
    ? await tx
        .select({ id: messages.id })
        .from(messages)
        .where(
          and(
            eq(messages.workspaceId, workspaceId),
            eq(messages.mailboxId, mailboxId),
            eq(messages.messageId, messageId),
          ),
        )
    : [];
  const stored = copy ?? namesake;
  if (!stored) return null;
  // Another row bears this Message-ID already: two rows of a mailbox cannot.
  const mayTakeId = messageId !== null && (!namesake || namesake.id === stored.id);
  await tx
    .update(messages)
    .set({
      replyId,
      authorId,
      ...(mayTakeId ? { messageId } : {}),
      statsId: statsId || reply.statsId,
    })
    .where(eq(messages.id, stored.id));
  return stored.id;
}

async function becomeSent(tx: Database, reply: ReplyRow, sentAt: Date): Promise<void> {
  await tx
    .update(replies)
    .set({ status: "sent", sentAt, claimedUntil: null, nextAttemptAt: null, heldReason: null, reason: null })
    .where(eq(replies.id, reply.id));
  await enqueue(tx, JOBS.fileSentCopy, { replyId: reply.id });
  await announceReply(tx, reply, "reply.sent", { data: { evidence: "smartlead_history" } });
  await followReply(tx, reply, { leftAt: sentAt, at: sentAt });
}
