import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { isAmong } from "@/lib/db/is-among";
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

/** What stands behind Message-IDs, where that was asked before; one that is not in it is asked for. */
export type Heard = { messages: Map<string, KnownMessage[]>; replies: Map<string, KnownReply[]> };

/** What the database has of this message and of those that it names. */
export async function findKnownMessages(tx: Database, message: Incoming, heard?: Heard): Promise<Known> {
  const named = [...new Set([...message.originalIds, ...message.inReplyTo, ...message.references])];
  const ask = selectMessages.bind(null, tx, message.workspaceId);
  const found = await among([message.messageId, message.contentHash, ...named], heard?.messages, ask);
  const here = found.filter((row) => row.mailboxId === message.mailboxId);
  const namesake = here.find((row) => row.messageId === message.messageId);
  // A foreign message that bears the Message-ID of another one must not hide behind it, nor overwrite it.
  const isForeign = namesake && !isSameMessage(namesake, message);
  const messageId = isForeign ? message.contentHash : message.messageId;
  const parents = found.filter((row) => named.includes(row.messageId) && row.messageId !== messageId);
  const unstored = named.filter((id) => !parents.some((parent) => parent.messageId === id));
  const mayBeOurs = message.direction === "out";
  const wanted = mayBeOurs ? [messageId, ...unstored] : unstored;
  const sent = await among(wanted, heard?.replies, selectReplies.bind(null, tx, message.workspaceId));
  return {
    messageId,
    self: here.find((row) => row.messageId === messageId) ?? null,
    own: sent.find((reply) => reply.messageId === messageId) ?? null,
    parents,
    answered: sent.filter((reply) => reply.messageId !== messageId),
  };
}

/** Asks for all that messages of a workspace bear or name at once. */
export async function hear(tx: Database, workspaceId: string, ids: string[]): Promise<Heard> {
  const heard: Heard = {
    messages: new Map(ids.map((id): [string, KnownMessage[]] => [id, []])),
    replies: new Map(ids.map((id): [string, KnownReply[]] => [id, []])),
  };
  for (const row of await selectMessages(tx, workspaceId, ids)) heard.messages.get(row.messageId)?.push(row);
  for (const row of await selectReplies(tx, workspaceId, ids)) heard.replies.get(row.messageId)?.push(row);
  return heard;
}

async function among<Row>(
  ids: string[],
  heard: Map<string, Row[]> | undefined,
  ask: (ids: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const unheard = ids.filter((id) => !heard?.has(id));
  const asked = unheard.length > 0 ? await ask(unheard) : [];
  return [...new Set(ids)].flatMap((id) => heard?.get(id) ?? []).concat(asked);
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
      size: messages.size,
      to: messages.to,
      cc: messages.cc,
      bcc: messages.bcc,
      ...threadColumns,
    })
    .from(messages)
    .innerJoin(threads, eq(threads.id, messages.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .where(and(eq(messages.workspaceId, workspaceId), isAmong(messages.messageId, messageIds)));
}

/** Outbox rows in the shape of messages, so that an answer to a reply of unknown outcome finds its thread. */
function selectReplies(tx: Database, workspaceId: string, messageIds: string[]) {
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
      size: sql<number>`0`,
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
    .where(and(eq(replies.workspaceId, workspaceId), isAmong(replies.messageId, messageIds)));
}

const threadColumns = {
  threadId: threads.id,
  kind: threads.kind,
  threadMailboxId: threads.mailboxId,
  baseSubject: threads.baseSubject,
  leadId: threads.leadId,
  leadEmail: leads.email,
};
