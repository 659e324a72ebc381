import { domainToUnicode } from "node:url";
import { asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { attachments, type leads, members, messages, replies, smartleadMessages } from "@/lib/db/schema";
import { addressKey } from "@/lib/domain/address";
import { standingOf } from "@/lib/domain/invitation";
import { writerOf } from "@/lib/domain/message-writer";
import { roleMay } from "@/lib/domain/permissions";
import type { PictureConsent } from "@/lib/domain/remote-pictures";
import { type Suspicion, suspicionsOf } from "@/lib/domain/suspicions";
import type { AttachmentView, MessageView } from "@/lib/domain/message-view";
import type { Context } from "@/lib/services/context";
import { pictureConsents } from "@/lib/services/images/picture-consents";
import { remoteFilesOf } from "@/lib/smartlead/remote-files";
import { IS_SHOWN_IN_TEXT } from "@/lib/services/messages/is-shown-in-text";

type Around = {
  threadId: number;
  campaignNumber: number | null;
  lead: typeof leads.$inferSelect | null;
  ownAddresses: string[];
};
/** The addresses may be on their way still. */
type Asked = Omit<Around, "ownAddresses"> & { ownAddresses: Promise<string[]> };

/** A thread's messages, oldest first, for a caller that has found the thread through the actor. */
export async function threadMessages(ctx: Context, asked: Asked): Promise<MessageView[]> {
  const [found, ownAddresses] = await Promise.all([messageRows(ctx.db, asked.threadId), asked.ownAddresses]);
  const around = { ...asked, ownAddresses };
  const rows = roleMay(ctx.actor.role, "plan.read") ? found : withoutBlindCopies(found);
  const withFiles = rows.filter(({ hasAttachments }) => hasAttachments).map(({ id }) => id);
  const withPictures = rows.filter(({ remoteImages }) => remoteImages > 0);
  const [files, consents] = await Promise.all([filesOf(ctx.db, withFiles), pictureConsents(ctx, withPictures)]);
  const suspicions = suspicionsBySender(around);
  return rows.map((row, index) =>
    messageView(row, { files, consents, around, suspicions, later: () => rows.slice(index + 1) }),
  );
}

/** What servers said stands by recipient, and so names those of blind copies as well: of a report only what concerns others remains. */
function withoutBlindCopies(rows: Row[]): Row[] {
  const open = new Set(rows.flatMap(({ to, cc }) => [...to, ...cc]).map(({ address }) => addressKey(address)));
  const isOpen = ({ recipient }: { recipient: string }) => open.has(addressKey(recipient));
  return rows.map((row) => ({
    ...row,
    bcc: [],
    reply: row.reply && { ...row.reply, outcomes: [] },
    ...(row.bounces.length > 0 ? { ...WORDLESS, bounces: row.bounces.filter(isOpen), isReport: true } : {}),
  }));
}

const WORDLESS = { text: "", visibleText: "", hasHtml: false, hasAttachments: false, remoteFiles: null, writer: null };

function messageRows(db: Database, threadId: number) {
  return db
    .select(COLUMNS)
    .from(messages)
    .leftJoin(members, eq(members.id, messages.authorId))
    .leftJoin(replies, eq(replies.id, messages.replyId))
    .leftJoin(smartleadMessages, eq(smartleadMessages.messageId, messages.id))
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
  // What was stored before pictures were counted is counted when it is read.
  remoteImages: sql<number>`case when ${messages.remoteImages} > 0 or strpos(${messages.html}, 'data-remote-src=') = 0
    then ${messages.remoteImages} else regexp_count(${messages.html}, '<img[^>]*\\sdata-remote-src=', 1, 'i') end`,
  trackers: messages.trackers,
  isAutomatic: messages.isAutomatic,
  automaticReason: messages.automaticReason,
  returnDate: messages.returnDate,
  isJunk: messages.isJunk,
  bounces: messages.bounces,
  hasAttachments: messages.hasAttachments,
  parseProblem: messages.parseProblem,
  writer: messages.writer,
  invitation: messages.invitation,
  /** As Smartlead told of them. */
  remoteFiles: sql<unknown>`${smartleadMessages.raw} -> 'attachments'`,
  readAt: messages.readAt,
  step: messages.step,
  author: { id: members.id, name: members.name },
  reply: {
    id: replies.id,
    kind: replies.kind,
    origin: replies.origin,
    acceptedAt: replies.acceptedAt,
    status: replies.status,
    outcomes: replies.outcomes,
    filedAt: replies.filedAt,
  },
};

/** `isReport`: of a report of which nothing may be said. */
type Row = Awaited<ReturnType<typeof messageRows>>[number] & { isReport?: boolean };

type Beside = {
  files: Map<string, AttachmentView[]>;
  consents: Map<string, PictureConsent>;
  around: Around;
  suspicions: (row: Row) => Suspicion[];
  later: () => Row[];
};

function messageView(row: Row, { files, consents, around, suspicions, later }: Beside): MessageView {
  const { threadId, campaignNumber, lead } = around;
  const { fromName, fromAddress, statsId, readAt, reply, hasAttachments: _known, isReport: _bare, ...rest } = row;
  const { remoteImages, trackers, ...same } = rest;
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
        later().flatMap(({ invitation }) => invitation ?? []),
      ),
    suspicions: row.direction === "in" ? suspicions(row) : [],
    pictures: { remote: remoteImages, trackers, consent: consents.get(row.id) ?? null },
    attachments: files.get(row.id) ?? [],
    remoteFiles: remoteFilesOf(row.remoteFiles, files.get(row.id) ?? []),
    sentFrom: reply && {
      replyId: reply.id,
      kind: reply.kind,
      origin: reply.origin,
      acceptedAt: reply.acceptedAt.toISOString(),
      status: reply.status,
      outcomes: reply.outcomes,
      isFiled: reply.filedAt !== null,
    },
    api: { campaignId: campaignNumber, emailStatsId: statsId, replyMessageId: `<${row.messageId}>`, id: threadId },
  };
}

/** A long thread has few senders, and each is compared with all of our domains. */
function suspicionsBySender(around: Around): (row: Row) => Suspicion[] {
  const known = new Map<string, Suspicion[]>();
  return (row) => {
    const head = headOf(row);
    const sender = JSON.stringify(head);
    const found = known.get(sender) ?? suspicionsOf(head, knownTo(around));
    known.set(sender, found);
    return found;
  };
}

const headOf = ({ fromName, fromAddress, replyTo }: Row) => ({
  from: { name: fromName, address: fromAddress },
  replyTo,
});

const knownTo = ({ lead, ownAddresses }: Around) => ({
  leadAddress: lead?.email ?? null,
  ownAddresses,
  toUnicode: domainToUnicode,
});

const isFromThem = ({ direction, bounces, isReport }: Row): boolean =>
  direction === "in" && bounces.length === 0 && !isReport;

async function filesOf(db: Database, messageIds: string[]): Promise<Map<string, AttachmentView[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({
      messageId: attachments.messageId,
      id: attachments.id,
      fileName: attachments.fileName,
      contentType: attachments.contentType,
      size: attachments.size,
      isInline: IS_SHOWN_IN_TEXT,
    })
    .from(attachments)
    .innerJoin(messages, eq(messages.id, attachments.messageId))
    .where(inArray(attachments.messageId, messageIds))
    .orderBy(asc(attachments.position));
  const files = new Map<string, AttachmentView[]>();
  for (const { messageId, ...file } of rows) files.set(messageId, [...(files.get(messageId) ?? []), file]);
  return files;
}
