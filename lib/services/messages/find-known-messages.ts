import { and, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, messages, replies, threads } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import type { Incoming } from "./direction-of-message";
import { UNPROVEN_SENDER } from "./unproven-sender";

export type KnownMessage = Awaited<ReturnType<typeof selectMessages>>[number];
export type KnownReply = Awaited<ReturnType<typeof selectReplies>>[number];
export type Known = {
  /** The message's identity: its Message-ID, or its hash where that belongs to somebody else's message. */
  messageId: string;
  /** The row that it has already. */
  self: KnownMessage | null;
  /** The outbox row that it was sent from. */
  own: KnownReply | null;
  parents: KnownMessage[];
  /** Outbox rows that it names and of which no message is stored. */
  answered: KnownReply[];
};

/** What the database has of this message and of those that it names. `heardOf`: all that it can have, where that is known. */
export async function findKnownMessages(tx: Database, message: Incoming, heardOf?: Set<string>): Promise<Known> {
  const named = [...new Set([...message.originalIds, ...message.inReplyTo, ...message.references])];
  const asked = [message.messageId, message.contentHash, ...named].filter((id) => heardOf?.has(id) ?? true);
  const found = asked.length > 0 ? await selectMessages(tx, message.workspaceId, asked) : [];
  const here = found.filter((row) => row.mailboxId === message.mailboxId);
  const namesake = here.find((row) => row.messageId === message.messageId);
  // A foreign message that bears the Message-ID of another one must not hide behind it, nor overwrite it.
  const isForeign = namesake && !isSameMessage(namesake, message);
  const messageId = isForeign ? message.contentHash : message.messageId;
  const parents = found.filter((row) => named.includes(row.messageId) && row.messageId !== messageId);
  const unstored = named.filter((id) => !parents.some((parent) => parent.messageId === id));
  const mayBeOurs = message.direction === "out";
  const wanted = (mayBeOurs ? [messageId, ...unstored] : unstored).filter((id) => heardOf?.has(id) ?? true);
  const sent = await selectReplies(tx, message.workspaceId, wanted);
  return {
    messageId,
    self: here.find((row) => row.messageId === messageId) ?? null,
    own: sent.find((reply) => reply.messageId === messageId) ?? null,
    parents,
    answered: sent.filter((reply) => reply.messageId !== messageId),
  };
}

/** A message without From keeps its Message-ID: nothing tells it from its copy. */
function isSameMessage(row: KnownMessage, message: Incoming): boolean {
  // Smartlead may name the lead where the header names an alias of his.
  if (message.given) return row.direction === message.direction;
  if (message.reply || !message.from) return true;
  return row.fromAddress === "" || sameAddress(row.fromAddress, message.from.address);
}

function selectMessages(tx: Database, workspaceId: string, messageIds: string[]) {
  return tx
    .select({
      id: messages.id,
      messageId: messages.messageId,
      mailboxId: messages.mailboxId,
      statsId: messages.statsId,
      direction: messages.direction,
      replyId: messages.replyId,
      fromAddress: messages.fromAddress,
      isUnproven: sql<boolean>`${messages.automaticReason} is not distinct from ${UNPROVEN_SENDER}`,
      isJunk: messages.isJunk,
      to: messages.to,
      cc: messages.cc,
      bcc: messages.bcc,
      ...threadColumns,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(eq(messages.workspaceId, workspaceId), inArray(messages.messageId, messageIds)));
}

/** Outbox rows in the shape of messages, so that an answer to a reply of unknown outcome finds its thread. */
function selectReplies(tx: Database, workspaceId: string, messageIds: string[]) {
  if (messageIds.length === 0) return Promise.resolve([]);
  return tx
    .select({
      id: replies.id,
      messageId: replies.messageId,
      mailboxId: replies.mailboxId,
      statsId: replies.statsId,
      direction: sql<"in" | "out">`'out'`,
      replyId: replies.id,
      fromAddress: sql<string>`''`,
      isUnproven: sql<boolean>`false`,
      isJunk: sql<boolean>`false`,
      to: replies.to,
      cc: replies.cc,
      bcc: replies.bcc,
      ...threadColumns,
      authorId: replies.authorId,
      status: replies.status,
    })
    .from(replies)
    .innerJoin(threads, eq(threads.id, replies.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(eq(replies.workspaceId, workspaceId), inArray(replies.messageId, messageIds)));
}

const threadColumns = {
  threadId: threads.id,
  kind: threads.kind,
  threadMailboxId: threads.mailboxId,
  baseSubject: threads.baseSubject,
  leadId: threads.leadId,
  leadEmail: leads.email,
};
