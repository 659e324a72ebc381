import type { attachments, messages, messageSources, threads } from "@/lib/db/schema";
import { baseSubject } from "@/lib/domain/subject";
import { fileColumnsOf } from "@/lib/services/messages/message-columns";
import type { ReadMessage } from "@/lib/services/messages/read-message";
import { fileKey } from "@/lib/services/messages/store-files";
import { seeded } from "../random";
import type { Letter } from "../story/write-thread";
import type { PlannedThread } from "./planned-thread";
import { readLetter } from "./read-letter";

export type ThreadRow = typeof threads.$inferInsert & { id: number };
export type MessageRow = typeof messages.$inferInsert & { id: string; sentAt: Date };
export type StoredFile = { storageKey: string; content: Uint8Array };
export type ThreadRows = {
  planned: PlannedThread;
  thread: ThreadRow;
  messages: MessageRow[];
  sources: (typeof messageSources.$inferInsert)[];
  attachments: (typeof attachments.$inferInsert)[];
  files: StoredFile[];
};
/** The ids that the rows refer to, by the cast's keys and places. */
export type Ids = {
  workspaceId: string;
  mailboxes: string[];
  members: Record<string, string>;
  campaigns: Record<number, string>;
  categories: Record<string, string>;
};

const SEEN_AFTER_MS = 4_000;

/** The rows of one thread, as the store would have written them message by message. */
export async function rowsOf(
  planned: PlannedThread,
  threadId: number,
  leadId: string | null,
  ids: Ids,
): Promise<ThreadRows> {
  const random = seeded(`rows/${planned.key}`);
  const read = await Promise.all(planned.letters.map(readLetter));
  const unreadFrom = planned.letters.length - planned.unread;
  const rows = planned.letters.map((letter, index) =>
    messageRow(planned, letter, read[index]!, { threadId, ids, id: random.uuid(), isUnread: index >= unreadFrom }),
  );
  const filesOf = rows.map((row, index) => attachmentRows(row, read[index]!, () => random.uuid()));
  return {
    planned,
    thread: threadRow(planned, rows, read, { threadId, leadId, ids }),
    messages: rows,
    sources: rows.map((row, index) => ({ messageId: row.id, raw: planned.letters[index]!.raw })),
    attachments: filesOf.flatMap((files) => files.map(({ row }) => row)),
    files: filesOf.flatMap((files) => files.map(({ file }) => file)),
  };
}

type Place = { threadId: number; ids: Ids; id: string; isUnread: boolean };

function messageRow(
  planned: PlannedThread,
  letter: Letter,
  read: ReadMessage,
  { threadId, ids, id, isUnread }: Place,
): MessageRow {
  const { direction, sentAt } = letter;
  return {
    id,
    workspaceId: ids.workspaceId,
    threadId,
    mailboxId: ids.mailboxes[planned.mailbox]!,
    direction,
    messageId: read.messageId,
    statsId: letter.statsId,
    inReplyTo: read.inReplyTo,
    references: read.references,
    fromName: read.from?.name ?? "",
    fromAddress: read.from?.address ?? "",
    replyTo: read.replyTo,
    to: read.to,
    cc: read.cc,
    bcc: read.bcc,
    subject: read.subject,
    sentAt,
    sentOffset: read.sentOffset,
    firstSeenAt: new Date(sentAt.getTime() + (direction === "in" ? SEEN_AFTER_MS : 0)),
    text: read.text,
    visibleText: read.visibleText,
    remoteImages: read.remoteImages,
    trackers: read.trackers,
    html: read.html,
    isAutomatic: read.isAutomatic,
    automaticReason: read.automaticReason,
    returnDate: read.returnDate,
    categoryKind: direction === "in" ? (read.category?.kind ?? null) : null,
    categoryBecause: direction === "in" ? (read.category?.because ?? null) : null,
    bounces: read.bounces,
    invitation: read.invitation,
    ...fileColumnsOf(read),
    size: letter.raw.length,
    parseProblem: read.parseProblem,
    readAt: direction === "out" ? sentAt : isUnread ? null : new Date(sentAt.getTime() + 15 * 60_000),
    authorId: letter.authorKey ? (ids.members[letter.authorKey] ?? null) : null,
    replyId: null,
    step: letter.step,
  };
}

function attachmentRows(message: MessageRow, read: ReadMessage, newId: () => string) {
  return read.files.map(({ content, ...file }, position) => {
    const storageKey = fileKey(message.workspaceId, file.sha256);
    const row = {
      ...file,
      id: newId(),
      workspaceId: message.workspaceId,
      messageId: message.id,
      position,
      size: content.byteLength,
      storageKey,
    };
    return { row, file: { storageKey, content } };
  });
}

function threadRow(
  planned: PlannedThread,
  rows: MessageRow[],
  read: ReadMessage[],
  { threadId, leadId, ids }: { threadId: number; leadId: string | null; ids: Ids },
): ThreadRow {
  const last = rows.at(-1)!;
  const { lead } = planned.company ?? {};
  const contact = lead
    ? { name: `${lead.first} ${lead.last}`, address: lead.email }
    : { name: rows[0]!.fromName ?? "", address: rows[0]!.fromAddress ?? "" };
  return {
    id: threadId,
    workspaceId: ids.workspaceId,
    kind: planned.kind,
    mailboxId: ids.mailboxes[planned.mailbox]!,
    campaignId: planned.campaign ? ids.campaigns[planned.campaign.number]! : null,
    leadId,
    subject: rows[0]!.subject ?? "",
    baseSubject: baseSubject(rows[0]!.subject ?? "").toLowerCase(),
    lastMessageAt: last.sentAt,
    lastMessageId: last.id,
    lastDirection: last.direction,
    lastFrom: last.fromName || last.fromAddress || "",
    contactName: contact.name,
    contactAddress: contact.address,
    snippet: read.at(-1)!.snippet,
    messageCount: rows.length,
    unreadCount: rows.filter((row) => row.direction === "in" && row.readAt === null).length,
    hasAttachments: rows.some((row) => row.hasAttachments),
    isAwaitingAnswer: rows.findLast((row) => !row.isAutomatic)?.direction === "in",
    awaitingSince: waitingSince(rows),
    lastSentAt:
      rows.findLast((row) => row.direction === "out" && !row.isAutomatic && row.step === null)?.sentAt ?? null,
    isImportant: planned.isImportant,
    categoryId: planned.category ? ids.categories[planned.category]! : null,
    ...reasonOf(planned, rows, read),
    assigneeId: planned.assignee ? ids.members[planned.assignee]! : null,
    assignedAt: planned.assignee ? last.sentAt : null,
    archivedAt: planned.isArchived ? new Date(last.sentAt.getTime() + 3_600_000) : null,
    nextReplyAt: null,
    troubleCount: 0,
    outboxAt: null,
    outboxState: null,
    createdAt: rows[0]!.firstSeenAt,
  };
}

/** Where the rules come to the planned category by themselves it is theirs, else a person's of whom nothing is known. */
function reasonOf({ category }: PlannedThread, rows: MessageRow[], read: ReadMessage[]) {
  const told = read.findLast((each, index) => rows[index]!.direction === "in" && each.category?.kind === category);
  return told?.category ? { categorySource: "rule" as const, categoryBecause: told.category.because } : {};
}

/** When the first message came that came after all of ours. */
function waitingSince(rows: MessageRow[]): Date | null {
  const personal = rows.filter((row) => !row.isAutomatic);
  const answered = personal.findLastIndex((row) => row.direction === "out");
  return personal[answered + 1]?.sentAt ?? null;
}
