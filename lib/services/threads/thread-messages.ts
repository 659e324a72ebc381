import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { attachments, type leads, members, messages, replies } from "@/lib/db/schema";
import { DESIGNED_HTML } from "@/lib/domain/designed-html";
import { standingOf } from "@/lib/domain/invitation";
import { writerOf } from "@/lib/domain/message-writer";
import type { AttachmentView, MessageView } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";

type Around = { threadId: number; campaignNumber: number | null; lead: typeof leads.$inferSelect | null };

/** A thread's messages, oldest first, for a caller that has found the thread through the actor. */
export async function threadMessages({ db }: Context, around: Around): Promise<MessageView[]> {
  const rows = await messageRows(db, around.threadId);
  const files = await filesOf(
    db,
    rows.filter(({ hasAttachments }) => hasAttachments).map(({ id }) => id),
  );
  return rows.map((row, index) => messageView(row, files.get(row.id) ?? [], around, rows.slice(index + 1)));
}

function messageRows(db: Database, threadId: number) {
  return db
    .select(COLUMNS)
    .from(messages)
    .leftJoin(members, eq(members.id, messages.authorId))
    .leftJoin(replies, eq(replies.id, messages.replyId))
    .where(eq(messages.threadId, threadId))
    .orderBy(asc(messages.sentAt), asc(messages.id));
}

const COLUMNS = {
  id: messages.id,
  direction: messages.direction,
  messageId: messages.messageId,
  statsId: messages.statsId,
  fromName: messages.fromName,
  fromAddress: messages.fromAddress,
  replyTo: messages.replyTo,
  to: messages.to,
  cc: messages.cc,
  bcc: messages.bcc,
  subject: messages.subject,
  sentAt: messages.sentAt,
  firstSeenAt: messages.firstSeenAt,
  text: messages.text,
  visibleText: messages.visibleText,
  hasHtml: sql<boolean>`${messages.html} <> ''`,
  isDesigned: sql<boolean>`${messages.html} ~* ${DESIGNED_HTML}`,
  blockedImages: sql<number>`regexp_count(${messages.html}, '<img[^>]*\\sdata-remote-src=', 1, 'i')`,
  isAutomatic: messages.isAutomatic,
  automaticReason: messages.automaticReason,
  returnDate: messages.returnDate,
  isJunk: messages.isJunk,
  bounces: messages.bounces,
  hasAttachments: messages.hasAttachments,
  parseProblem: messages.parseProblem,
  writer: messages.writer,
  invitation: messages.invitation,
  readAt: messages.readAt,
  step: messages.step,
  author: { id: members.id, name: members.name },
  reply: { id: replies.id, status: replies.status, outcomes: replies.outcomes, filedAt: replies.filedAt },
};

type Row = Awaited<ReturnType<typeof messageRows>>[number];

function messageView(row: Row, files: AttachmentView[], around: Around, later: Row[]): MessageView {
  const { threadId, campaignNumber, lead } = around;
  const { fromName, fromAddress, statsId, readAt, reply, hasAttachments: _known, ...same } = row;
  return {
    ...same,
    from: { name: fromName, address: fromAddress },
    sentAt: row.sentAt.toISOString(),
    firstSeenAt: row.firstSeenAt.toISOString(),
    isUnread: row.direction === "in" && readAt === null,
    // What was stored before writers were told apart is told when it is shown.
    writer: row.writer ?? (lead && isFromThem(row) ? writerOf({ name: fromName, address: fromAddress }, lead) : null),
    invitation:
      row.invitation &&
      standingOf(
        row.invitation,
        later.flatMap(({ invitation }) => invitation ?? []),
      ),
    attachments: files,
    sentFrom: reply && {
      replyId: reply.id,
      status: reply.status,
      outcomes: reply.outcomes,
      isFiled: reply.filedAt !== null,
    },
    api: { campaignId: campaignNumber, emailStatsId: statsId, replyMessageId: `<${row.messageId}>`, id: threadId },
  };
}

const isFromThem = ({ direction, bounces }: Row): boolean => direction === "in" && bounces.length === 0;

async function filesOf(db: Database, messageIds: string[]): Promise<Map<string, AttachmentView[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({
      messageId: attachments.messageId,
      id: attachments.id,
      fileName: attachments.fileName,
      contentType: attachments.contentType,
      size: attachments.size,
      // What the text really shows, whatever the part's header says: all else is listed as a file.
      isInline: sql<boolean>`coalesce(${attachments.contentType} ~* '^image/(png|jpeg|gif|webp)' and position(lower('cid:' || ${attachments.contentId}) in lower(${messages.html})) > 0, false)`,
    })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(inArray(attachments.messageId, messageIds))
    .orderBy(asc(attachments.position));
  const files = new Map<string, AttachmentView[]>();
  for (const { messageId, ...file } of rows) files.set(messageId, [...(files.get(messageId) ?? []), file]);
  return files;
}
