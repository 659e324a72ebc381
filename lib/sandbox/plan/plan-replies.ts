import type { replies } from "@/lib/db/schema";
import { escapeHtml } from "@/lib/domain/plain-text";
import type { ReplyStatus } from "@/lib/domain/reply-state";
import { replySubject } from "@/lib/domain/subject";
import { MAILBOXES, MEMBERS } from "../people/cast";
import { seeded, type Random } from "../random";
import { makeVoice, letter, say } from "../story/voice";
import { ownMailbox } from "./own-mailbox";
import type { Ids, MessageRow, ThreadRows } from "./rows";

export type PlannedReply = typeof replies.$inferInsert & { id: string; messageId: string; dueAt: Date };
type Wanted = { status: ReplyStatus; reason?: string; detail?: string; condition?: "if_no_reply" };

const DAY = 86_400_000;
const HOUR = DAY / 24;
const SENT = 24;

/** The states that a newcomer should find: planned ahead, failed with a reason, of unknown outcome, taken back. */
const STATES: readonly Wanted[] = [
  ...Array.from({ length: 9 }, (): Wanted => ({ status: "scheduled" })),
  ...Array.from({ length: 6 }, (): Wanted => ({ status: "scheduled", condition: "if_no_reply" })),
  { status: "failed", reason: "recipients", detail: "550 5.1.1 User unknown" },
  { status: "failed", reason: "content", detail: "552 5.2.3 Message size exceeds fixed limit" },
  { status: "failed", reason: "attachment", detail: "price-list.pdf" },
  { status: "failed", reason: "policy", detail: "550 5.7.1 Rejected by the recipient's policy" },
  { status: "unknown" },
  { status: "unknown" },
  { status: "cancelled", reason: "lead_answered", condition: "if_no_reply" },
  { status: "cancelled", reason: "lead_answered", condition: "if_no_reply" },
  { status: "cancelled", reason: "by_person" },
];

/** Outbox rows over recent threads. Also sets `replyId` on the messages that were sent from one, and the threads' marks. */
export function planReplies(threads: ThreadRows[], ids: Ids, now: Date): PlannedReply[] {
  const random = seeded(`replies/${ids.workspaceId.length}`);
  const recent = threads
    .filter(
      ({ planned, thread }) =>
        planned.kind === "lead" && planned.key !== "lead/likeable" && !planned.isArchived && thread.messageCount! < 30,
    )
    .toSorted((a, b) => b.thread.lastMessageAt.getTime() - a.thread.lastMessageAt.getTime());
  const waiting = recent.filter(
    ({ thread, planned }) => thread.isAwaitingAnswer && /^(interested|meeting|info)$/.test(planned.plot),
  );
  const answered = recent.filter(({ messages }) => messages.at(-1)!.authorId && messages.at(-2)?.direction === "in");
  const open = STATES.flatMap((wanted, index) => {
    const at = waiting[index * 2 + 1];
    return at ? [openReply(at, wanted, ids, now, random)] : [];
  });
  return [...open, ...answered.slice(0, SENT).map((at) => sentReply(at, random))];
}

function openReply(at: ThreadRows, wanted: Wanted, ids: Ids, now: Date, random: Random): PlannedReply {
  const { planned, thread, messages } = at;
  const parent = messages.findLast((message) => message.direction === "in")!;
  const scheduledAt = wanted.status === "scheduled" ? ahead(now, random) : null;
  // A reply of the past lies between the lead's message and now.
  const pastAt = new Date(Math.min(parent.sentAt.getTime() + random.int(1, 4) * HOUR, now.getTime() - 10 * 60_000));
  const reply = base(at, parent, random, {
    authorId: thread.assigneeId ?? ids.members[MAILBOXES[planned.mailbox]!.owner]!,
    status: wanted.status,
    reason: wanted.reason ?? null,
    detail: wanted.detail ?? null,
    serverResponse: wanted.detail ?? null,
    scheduleCondition: wanted.condition ?? "always",
    scheduledAt,
    scheduledZone: scheduledAt ? (planned.company?.timeZone ?? "UTC") : null,
    dueAt: scheduledAt ?? pastAt,
    acceptedAt: new Date(scheduledAt ? now.getTime() - 20 * 60_000 : pastAt.getTime() - 10_000),
    attempts: wanted.status === "failed" || wanted.status === "unknown" ? 1 : 0,
    markedAt: wanted.status === "unknown" ? pastAt : null,
  });
  if (scheduledAt) thread.nextReplyAt = scheduledAt;
  if (wanted.status !== "cancelled") Object.assign(thread, { outboxAt: reply.dueAt, outboxState: wanted.status });
  if (wanted.status === "failed" || wanted.status === "unknown") thread.troubleCount = 1;
  return reply;
}

/** The message at a thread's end gets the outbox row that it left from. */
function sentReply(at: ThreadRows, random: Random): PlannedReply {
  const message = at.messages.at(-1)!;
  const reply = base(at, at.messages.at(-2)!, random, {
    authorId: message.authorId!,
    status: "sent",
    statsId: message.statsId,
    messageId: message.messageId,
    cc: message.cc ?? [],
    dueAt: message.sentAt,
    acceptedAt: new Date(message.sentAt.getTime() - 10_000),
    attempts: 1,
    markedAt: message.sentAt,
    sentAt: message.sentAt,
    filedAt: message.sentAt,
    sentMessageId: message.id,
    serverResponse: "250 2.0.0 delivered in the sandbox",
    outcomes: [...message.to!, ...message.cc!].map(({ address }) => ({ address, accepted: true })),
  });
  message.replyId = reply.id;
  return reply;
}

type Given = Pick<PlannedReply, "authorId" | "status" | "dueAt" | "acceptedAt"> & Partial<PlannedReply>;

function base({ thread, planned }: ThreadRows, parent: MessageRow, random: Random, given: Given): PlannedReply {
  const own = ownMailbox(planned.mailbox);
  const author = MEMBERS.find((member) => member.key === own.ownerKey)!;
  const voice = makeVoice(random, planned.company!, { key: author.key, name: author.name });
  const body = letter(
    voice,
    say(voice, voice.pack.ours[planned.plot === "meeting" || planned.plot === "info" ? planned.plot : "interested"]),
    { by: "us" },
  );
  return {
    id: random.uuid(),
    workspaceId: thread.workspaceId,
    threadId: thread.id,
    mailboxId: thread.mailboxId,
    parentId: parent.id,
    origin: "composer",
    to: [{ name: parent.fromName ?? "", address: parent.fromAddress ?? "" }],
    subject: replySubject(thread.subject ?? ""),
    bodyHtml: body
      .split("\n\n")
      .map((text) => `<p>${escapeHtml(text).replaceAll("\n", "<br>")}</p>`)
      .join(""),
    addSignature: true,
    messageId: `${random.uuid()}@${own.address.split("@")[1]}`,
    statsId: random.uuid(),
    ...given,
  };
}

/** An office hour on one of the next days. */
function ahead(now: Date, random: Random): Date {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  let at = midnight + random.int(1, 7) * DAY;
  while ([0, 6].includes(new Date(at).getUTCDay())) at += DAY;
  return new Date(at + random.int(7, 15) * HOUR + random.pick([0, 15, 30, 45]) * 60_000);
}
