import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { attachments, members, messages, replies } from "@/lib/db/schema";
import { DESIGNED_HTML } from "@/lib/domain/designed-html";
import type { AttachmentView, MessageView } from "@/lib/domain/thread-view";
import type { Context } from "@/lib/services/context";

/** A thread's messages, oldest first, for a caller that has found the thread through the actor. */
export async function threadMessages(
  { db }: Context,
  threadId: number,
  campaignNumber: number | null,
): Promise<MessageView[]> {
  const rows = await messageRows(db, threadId);
  const files = await filesOf(
    db,
    rows.filter(({ hasAttachments }) => hasAttachments).map(({ id }) => id),
  );
  return rows.map((row) => messageView(row, files.get(row.id) ?? [], { threadId, campaignNumber }));
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
  isJunk: messages.isJunk,
  bounces: messages.bounces,
  hasAttachments: messages.hasAttachments,
  parseProblem: messages.parseProblem,
  readAt: messages.readAt,
  step: messages.step,
  author: { id: members.id, name: members.name },
  reply: { id: replies.id, status: replies.status, outcomes: replies.outcomes, filedAt: replies.filedAt },
};

type Row = Awaited<ReturnType<typeof messageRows>>[number];

function messageView(
  row: Row,
  files: AttachmentView[],
  { threadId, campaignNumber }: { threadId: number; campaignNumber: number | null },
): MessageView {
  const { fromName, fromAddress, statsId, readAt, reply, hasAttachments: _known, ...same } = row;
  return {
    ...same,
    from: { name: fromName, address: fromAddress },
    sentAt: row.sentAt.toISOString(),
    firstSeenAt: row.firstSeenAt.toISOString(),
    isUnread: row.direction === "in" && readAt === null,
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
