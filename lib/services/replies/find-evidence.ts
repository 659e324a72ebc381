import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { messages } from "@/lib/db/schema";
import type { Evidence } from "./prove-sent";
import type { ReplyRow } from "./reply-row";

type Asked = Pick<ReplyRow, "id" | "workspaceId" | "mailboxId" | "messageId">;

/**
 * Whether something that is stored already shows that a reply did leave. A copy, an answer or a bounce is often faster than a
 * server's word that never comes. The caller holds the reply's thread, so that none is stored unseen meanwhile.
 */
export async function findEvidence(tx: Database, { id, workspaceId, ...reply }: Asked): Promise<Evidence | null> {
  const isIts = and(
    eq(messages.workspaceId, workspaceId),
    eq(messages.mailboxId, reply.mailboxId),
    eq(messages.messageId, reply.messageId),
    eq(messages.replyId, id),
  );
  const [copy] = await tx.select({ id: messages.id }).from(messages).where(isIts).limit(1);
  if (copy) return "stored_copy";
  // Spelled as in the index `messages_named`.
  const namesIt = sql`(${messages.inReplyTo} || ${messages.references}) @> array[${reply.messageId}]::text[]`;
  const [naming] = await tx
    .select({ isBounce: sql<boolean>`${messages.bounces} <> '[]'::jsonb` })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.direction, "in"), namesIt))
    .limit(1);
  return naming ? (naming.isBounce ? "bounce" : "answer") : null;
}
