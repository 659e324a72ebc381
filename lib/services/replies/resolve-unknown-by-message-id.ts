import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { followReply } from "../follow-ups/follow-reply";
import { announceReply } from "./reply-row";

/** Where a reply of unknown outcome turned up: a copy in the Sent folder, an answer to it, or a bounce of it. */
export type Evidence = "sent_folder" | "answer" | "bounce";

type Found = { workspaceId: string; mailboxId: string; messageIds: string[]; evidence: Evidence };

/**
 * A stored message proves that replies of unknown outcome did leave: they are sent. Called by whoever stores a message,
 * with its own Message-ID (a Sent folder) or with all that it answers or quotes (In-Reply-To, References, a bounce's original).
 * @param messageIds without angle brackets
 * @returns the ids of the replies that are known to be sent now
 */
export async function resolveUnknownByMessageId(tx: Database, found: Found): Promise<string[]> {
  const { workspaceId, mailboxId, messageIds, evidence } = found;
  if (messageIds.length === 0) return [];
  const isMeant = and(
    eq(replies.workspaceId, workspaceId),
    // An answer may come to another mailbox than the one that wrote; a copy lies only in its own.
    evidence === "sent_folder" ? eq(replies.mailboxId, mailboxId) : undefined,
    inArray(replies.messageId, messageIds),
    eq(replies.status, "unknown"),
  );
  const meant = await tx.select().from(replies).where(isMeant).orderBy(asc(replies.threadId));
  const resolved: string[] = [];
  for (const { id, threadId } of meant) {
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
    const [reply] = await tx
      .update(replies)
      .set({ status: "sent", sentAt: replies.markedAt, claimedUntil: null })
      .where(and(eq(replies.id, id), eq(replies.status, "unknown")))
      .returning();
    if (!reply) continue;
    if (evidence === "sent_folder") await tx.update(replies).set({ filedAt: reply.markedAt }).where(eq(replies.id, id));
    await enqueue(tx, JOBS.fileSentCopy, { replyId: id });
    await announceReply(tx, reply, "reply.sent", { data: { evidence } });
    const leftAt = reply.sentAt ?? reply.dueAt;
    await followReply(tx, reply, { leftAt, at: leftAt });
    resolved.push(id);
  }
  return resolved;
}
