import { randomUUID } from "node:crypto";
import type { campaignLeads, leads, messages, threads } from "@/lib/db/schema";
import { newId } from "@/lib/core/ids";
import { baseSubject, replySubject } from "@/lib/domain/subject";
import { makeCompany, type Person } from "@/lib/sandbox/people/make-people";
import type { Random } from "@/lib/sandbox/random";
import type { PlannedMessage, PlannedThread } from "./plan-thread";
import type { Passage, Prose } from "./prose";

export type Team = {
  workspaceId: string;
  memberIds: string[];
  mailboxes: { id: string; address: string; displayName: string }[];
  campaignIds: string[];
  categoryIds: Record<string, string>;
};
export type MessageRow = typeof messages.$inferInsert & { id: string; sentAt: Date };
export type Rows = {
  leads: (typeof leads.$inferInsert)[];
  campaignLeads: (typeof campaignLeads.$inferInsert)[];
  threads: (typeof threads.$inferInsert)[];
  messages: MessageRow[];
};

const SEEN_AFTER_MS = 4_000;
const READ_AFTER_MS = 15 * 60_000;
const HOUR = 3_600_000;

type Given = { id: number; planned: PlannedThread; random: Random; prose: Prose; team: Team; taken: Set<string> };

/** The rows of one thread as the store would have left them, message by message. */
export function threadRows({ id, planned, random, prose, team, taken }: Given): Rows {
  const { name, lead: person, timeZone } = makeCompany("en", random, taken);
  const mailbox = random.pick(team.mailboxes);
  const isLead = planned.kind === "lead";
  const campaignId = isLead ? random.pick(team.campaignIds) : null;
  const createdAt = planned.messages[0]!.sentAt;
  const lead = {
    id: newId(createdAt.getTime()),
    workspaceId: team.workspaceId,
    email: person.email,
    firstName: person.first,
    lastName: person.last,
    company: name,
    title: person.title,
    timeZone,
    createdAt,
  };
  const passages = planned.messages.map(({ direction }) => prose.passage(random, direction));
  const at = { threadId: id, team, mailbox, person, subject: prose.subject(random) };
  const rows = messageRows(planned, passages, at);
  const thread = {
    ...summaryOf(rows, passages),
    id,
    workspaceId: team.workspaceId,
    kind: planned.kind,
    mailboxId: mailbox.id,
    campaignId,
    leadId: isLead ? lead.id : null,
    subject: at.subject,
    baseSubject: baseSubject(at.subject).toLowerCase(),
    contactName: person.name,
    contactAddress: person.email,
    isImportant: planned.isImportant,
    categoryId: planned.category ? (team.categoryIds[planned.category] ?? null) : null,
    assigneeId: planned.assignee === null ? null : (team.memberIds[planned.assignee] ?? null),
    archivedAt: planned.isArchived ? new Date(rows.at(-1)!.sentAt.getTime() + HOUR) : null,
  };
  return {
    leads: isLead ? [lead] : [],
    campaignLeads: campaignId ? [{ campaignId, leadId: lead.id, createdAt }] : [],
    threads: [thread],
    messages: rows,
  };
}

type At = { threadId: number; team: Team; mailbox: Team["mailboxes"][number]; person: Person; subject: string };

function messageRows(planned: PlannedThread, passages: Passage[], at: At): MessageRow[] {
  const own = { name: at.mailbox.displayName, address: at.mailbox.address };
  const other = { name: at.person.name, address: at.person.email };
  const rows: MessageRow[] = [];
  for (const [index, message] of planned.messages.entries()) {
    const isIn = message.direction === "in";
    const [from, to] = isIn ? [other, own] : [own, other];
    const parent = rows.at(-1);
    const isLast = index === planned.messages.length - 1;
    rows.push({
      id: newId(message.sentAt.getTime()),
      workspaceId: at.team.workspaceId,
      threadId: at.threadId,
      mailboxId: at.mailbox.id,
      direction: message.direction,
      messageId: `${randomUUID()}@${from.address.split("@")[1]}`,
      statsId: (isIn && parent?.statsId) || randomUUID(),
      inReplyTo: parent ? [parent.messageId] : [],
      references: parent ? [...(parent.references ?? []), parent.messageId] : [],
      fromName: from.name,
      fromAddress: from.address,
      to: [to],
      subject: parent ? replySubject(at.subject) : at.subject,
      sentAt: message.sentAt,
      firstSeenAt: new Date(message.sentAt.getTime() + (isIn ? SEEN_AFTER_MS : 0)),
      ...textOf(passages[index]!),
      isAutomatic: message.isAutomatic,
      automaticReason: message.isAutomatic ? "auto_submitted: auto-replied" : null,
      readAt: readAtOf(message, isLast && planned.isUnread),
      authorId: isIn || message.step !== null ? null : at.team.memberIds[0]!,
      step: message.step,
    });
  }
  return rows;
}

const textOf = ({ text, visibleText, html }: Passage) => ({ text, visibleText, html, size: html.length + text.length });

const readAtOf = ({ direction, sentAt }: PlannedMessage, isUnread: boolean): Date | null =>
  direction === "out" ? sentAt : isUnread ? null : new Date(sentAt.getTime() + READ_AFTER_MS);

/** What a thread's row says of its messages; `summariseThread` does it message by message. */
function summaryOf(rows: MessageRow[], passages: Passage[]) {
  const last = rows.at(-1)!;
  const personal = rows.filter((row) => !row.isAutomatic);
  const answered = personal.findLastIndex((row) => row.direction === "out");
  const byHand = rows.findLast((row) => row.direction === "out" && row.step === null);
  return {
    lastMessageAt: last.sentAt,
    lastMessageId: last.id,
    lastDirection: last.direction,
    lastFrom: last.fromName ?? "",
    snippet: passages.at(-1)!.snippet,
    messageCount: rows.length,
    unreadCount: rows.filter((row) => row.direction === "in" && row.readAt === null).length,
    isAwaitingAnswer: personal.at(-1)?.direction === "in",
    awaitingSince: personal[answered + 1]?.sentAt ?? null,
    lastSentAt: byHand?.sentAt ?? null,
    createdAt: rows[0]!.firstSeenAt,
  };
}
