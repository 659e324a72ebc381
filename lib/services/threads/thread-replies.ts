import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { mailboxes, members, replies, replyAttachments } from "@/lib/db/schema";
import type { Database } from "@/lib/db/client";
import { answerOfPart } from "@/lib/domain/invitation-answer";
import { isPending } from "@/lib/domain/reply-state";
import type { BesideView, ReplyView } from "@/lib/domain/message-view";
import type { Context } from "@/lib/services/context";
import { findBeside, type Beside } from "../replies/find-beside";

/**
 * What the outbox holds for a thread and what is not a message (yet): scheduled, on its way, failed, unknown, dropped.
 * The caller has found the thread through the actor. Those in the order in which they were accepted.
 */
export async function threadReplies({ actor, db }: Context, threadId: number): Promise<ReplyView[]> {
  const rows = await db
    .select({
      reply: replies,
      author: { id: members.id, name: members.name },
      mailbox: { id: mailboxes.id, address: mailboxes.address },
      steps: stepsOf,
    })
    .from(replies)
    .innerJoin(mailboxes, eq(mailboxes.id, replies.mailboxId))
    .innerJoin(members, eq(members.id, replies.authorId))
    .where(and(eq(replies.threadId, threadId), isNull(replies.sentMessageId)))
    // What came along with a reply stands behind it.
    .orderBy(asc(replies.acceptedAt), sql`${replies.chainStep} nulls first`, asc(replies.id));
  const files = await filesOf(
    db,
    rows.map(({ reply }) => reply.id),
  );
  const besides = await besidesOf(
    db,
    rows.map(({ reply }) => reply),
  );
  return rows.map(({ reply, author, mailbox, steps }) => ({
    ...besides.get(reply.id),
    ...replyView(reply, author, files.get(reply.id) ?? [], actor.memberId),
    mailbox,
    chain: reply.chainId && reply.chainStep ? { id: reply.chainId, step: reply.chainStep, steps } : null,
  }));
}

/** What stands beside those that are held for a teammate's reply. */
async function besidesOf(db: Database, rows: (typeof replies.$inferSelect)[]) {
  const besides = new Map<string, { beside: BesideView | null }>();
  for (const reply of rows)
    if (reply.heldReason === "teammate") {
      const found = await findBeside(db, reply);
      besides.set(reply.id, { beside: found && besideView(found) });
    }
  return besides;
}

function besideView({ id: replyId, author, bodyHtml, status, sentAt, dueAt }: Beside): BesideView {
  return { replyId, author, bodyHtml, hasLeft: !isPending(status), at: (sentAt ?? dueAt).toISOString() };
}

/** How many steps the follow-ups have that a reply is one of. */
const stepsOf =
  sql<number>`(select count(*) from ${replies} as steps where steps.chain_id = ${replies.chainId})`.mapWith(Number);

function replyView(
  reply: typeof replies.$inferSelect,
  author: { id: string; name: string },
  attachments: ReplyView["attachments"],
  memberId: string,
): Omit<ReplyView, "mailbox" | "chain"> {
  const { acceptedAt, dueAt, nextAttemptAt, scheduledAt, sentAt } = reply;
  return {
    ...sameIn(reply),
    author,
    isMine: author.id === memberId,
    isThroughSmartlead: reply.smartleadLeadId !== null,
    scheduledAt: scheduledAt?.toISOString() ?? null,
    dueAt: dueAt.toISOString(),
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    acceptedAt: acceptedAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    attachments,
    invitationAnswer: answerOfPart(reply.calendarPart),
  };
}

/** What row and view share. */
function sameIn(reply: typeof replies.$inferSelect) {
  const { id, parentId, status, heldReason, reason, detail, origin, to, cc, bcc, subject, bodyHtml } = reply;
  const { addSignature, scheduleCondition, scheduledZone, attempts, serverResponse, outcomes, messageId } = reply;
  const addressed = { to, cc, bcc, subject, bodyHtml, addSignature, messageId };
  const stands = { status, heldReason, reason, detail, attempts, serverResponse, outcomes };
  return { id, parentId, origin, scheduleCondition, scheduledZone, ...addressed, ...stands };
}

async function filesOf(db: Database, replyIds: string[]): Promise<Map<string, ReplyView["attachments"]>> {
  const files = new Map<string, ReplyView["attachments"]>();
  if (replyIds.length === 0) return files;
  const rows = await db
    .select({ replyId: replyAttachments.replyId, fileName: replyAttachments.fileName, size: replyAttachments.size })
    .from(replyAttachments)
    .where(inArray(replyAttachments.replyId, replyIds))
    .orderBy(asc(replyAttachments.position));
  for (const { replyId, ...file } of rows) files.set(replyId, [...(files.get(replyId) ?? []), file]);
  return files;
}
