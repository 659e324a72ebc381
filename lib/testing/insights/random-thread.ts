import { randomUUID } from "node:crypto";
import type { events, leads, messages, replies, reviews, templateUses, threads } from "@/lib/db/schema";
import type { Random } from "@/lib/sandbox/random";
import type { Cast } from "./make-cast";

export type ThreadParts = {
  lead: typeof leads.$inferInsert;
  thread: typeof threads.$inferInsert;
  messages: (typeof messages.$inferInsert)[];
  replies: (typeof replies.$inferInsert)[];
  uses: (typeof templateUses.$inferInsert)[];
  events: (typeof events.$inferInsert)[];
  reviews: (typeof reviews.$inferInsert)[];
};

const DAY = 86_400_000;
const PAST = 110 * DAY;
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Nowhere/Town", null];
const BOUNCE = [{ recipient: "x@lead.test", action: "failed", status: "5.1.1", diagnostic: "no" }];

/** A thread of a few messages at random times, some at the same one; who wrote them, and what hangs in it. */
export function randomThread(random: Random, cast: Cast, id: number, now: Date): ThreadParts {
  const { workspaceId } = cast;
  const lead = leadOf(random, workspaceId, id);
  const mailboxId = random.pick(cast.mailboxes).id;
  const categoryId = random.chance(0.2) ? null : random.pick(cast.categories).id;
  const begin = now.getTime() - random.next() * PAST;
  const parts: ThreadParts = {
    lead,
    thread: {} as ThreadParts["thread"],
    messages: [],
    replies: [],
    uses: [],
    events: [],
    reviews: [],
  };
  let at = Math.floor(begin);
  const count = random.int(2, 10);
  for (let nth = 0; nth < count; nth++) {
    if (nth > 0 && !random.chance(0.1)) at += Math.floor(random.next() ** 3 * 9 * DAY);
    if (at >= now.getTime()) break;
    addMessage(random, cast, parts, { id, mailboxId, at: new Date(at), isFirst: nth === 0 });
  }
  const last = parts.messages.at(-1)!;
  const isWaiting = last.direction === "in" && last.isAutomatic === false;
  parts.thread = {
    id,
    workspaceId,
    kind: random.weighted([
      ["lead", 12],
      ["untracked", 1],
      ["bulk", 1],
    ] as const),
    mailboxId,
    campaignId: random.chance(0.1) ? null : random.pick(cast.campaigns).id,
    leadId: lead.id!,
    lastMessageAt: last.sentAt,
    lastDirection: last.direction,
    contactName: "Ana Berg",
    contactAddress: lead.email,
    isAwaitingAnswer: isWaiting,
    awaitingSince: isWaiting ? last.sentAt : null,
    archivedAt: random.chance(0.2) ? now : null,
    categoryId,
    assigneeId: random.chance(0.25) ? null : random.pick(cast.members).id,
  };
  addFollowUp(random, cast, parts, now);
  addChanges(random, cast, parts, begin, now);
  return parts;
}

const leadOf = (random: Random, workspaceId: string, nth: number) => ({
  id: randomUUID(),
  workspaceId,
  email: `lead-${nth}@lead.test`,
  firstName: "Ana",
  lastName: "Berg",
  timeZone: random.pick(ZONES),
});

type Place = { id: number; mailboxId: string; at: Date; isFirst: boolean };

function addMessage(random: Random, cast: Cast, parts: ThreadParts, { id, mailboxId, at, isFirst }: Place): void {
  const direction = isFirst || random.chance(0.45) ? "out" : "in";
  const isAutomatic = random.chance(direction === "in" ? 0.2 : 0.05);
  const step = direction === "out" && (isFirst || random.chance(0.1)) ? random.int(1, 3) : null;
  const author = direction === "out" && step === null && random.chance(0.85) ? random.pick(cast.members).id : null;
  const messageId = randomUUID();
  const reply = author ? replyOf(random, cast, parts, { id, mailboxId, at, isFirst }, author) : null;
  parts.messages.push({
    id: randomUUID(),
    workspaceId: cast.workspaceId,
    threadId: id,
    mailboxId,
    direction,
    messageId,
    statsId: messageId,
    sentAt: at,
    firstSeenAt: at,
    isAutomatic,
    bounces: (direction === "in" && isAutomatic && random.chance(0.3) ? BOUNCE : []) as never,
    sentOffset: direction === "in" ? random.pick([null, 0, 60, -300, 345, 840]) : null,
    step,
    authorId: author,
    replyId: reply,
  });
}

/** The outbox row of what was written here; null for what was sent from another program. */
function replyOf(random: Random, cast: Cast, parts: ThreadParts, { id, mailboxId, at }: Place, authorId: string) {
  const parent = parts.messages[0];
  if (!parent || random.chance(0.3)) return null;
  const reply = {
    ...baseReply(cast, id, mailboxId, parent.id!, authorId),
    origin: random.weighted([
      ["composer", 6],
      ["api", 1],
      ["machine", 2],
    ] as const),
    kind: random.chance(0.1) ? ("forward" as const) : ("reply" as const),
    status: "sent" as const,
    scheduleCondition: random.chance(0.2) ? ("if_no_reply" as const) : ("always" as const),
    dueAt: new Date(at.getTime() - Math.floor(random.next() ** 4 * 3 * DAY)),
    sentAt: at,
    reason: null,
  };
  parts.replies.push(reply);
  if (random.chance(0.4))
    for (const templateId of [random.pick(cast.templates).id, random.pick(cast.templates).id])
      parts.uses.push({
        id: randomUUID(),
        workspaceId: cast.workspaceId,
        templateId,
        replyId: reply.id,
        threadId: id,
        memberId: authorId,
        usedAt: at,
      });
  if (random.chance(0.2)) addReview(random, cast, parts, reply.id, id, at);
  return reply.id;
}

const baseReply = (cast: Cast, threadId: number, mailboxId: string, parentId: string, authorId: string) => {
  const id = randomUUID();
  const at = new Date(0);
  return {
    id,
    workspaceId: cast.workspaceId,
    threadId,
    mailboxId,
    parentId,
    authorId,
    to: [],
    subject: "",
    bodyHtml: "",
    addSignature: false,
    messageId: id,
    statsId: id,
    acceptedAt: at,
  };
};

/** A look of some rounds, each asked for and perhaps decided; what was approved may be taken back, and is decided anew then. */
function addReview(random: Random, cast: Cast, parts: ThreadParts, replyId: string, threadId: number, at: Date): void {
  const id = randomUUID();
  const kind = random.pick(["approval", "approval", "sample"] as const);
  const tell = (told: "review.asked" | "reply.approved" | "reply.returned" | "reply.approval_undone", when: number) => {
    const about =
      told === "review.asked" ? { subjectId: id, data: {} } : { subjectId: replyId, data: { reviewId: id } };
    const event = { id: randomUUID(), workspaceId: cast.workspaceId, kind: told, threadId, at: new Date(when) };
    if (kind === "approval") parts.events.push({ ...event, ...about });
  };
  const pause = () => 1 + Math.floor(random.next() ** 2 * 2 * DAY);
  let now = at.getTime();
  let waitingSince = now;
  let state: "waiting" | "approved" | "returned" | "withdrawn" = "waiting";
  for (let round = random.int(0, 3); round >= 0; round--) {
    waitingSince = now += pause();
    tell("review.asked", now);
    state = random.pick(["waiting", "approved", "returned", "withdrawn"] as const);
    if (state === "waiting" || state === "withdrawn") break;
    tell(`reply.${state}`, (now += pause()));
    if (state === "returned" || random.chance(0.7)) continue;
    state = "waiting";
    tell("reply.approval_undone", (now += pause()));
    if (random.chance(0.5)) break;
    state = "returned";
    tell("reply.returned", (now += pause()));
  }
  const isDecided = state === "approved" || state === "returned";
  parts.reviews.push({
    id,
    workspaceId: cast.workspaceId,
    kind,
    replyId,
    threadId,
    authorId: cast.members[2]!.id,
    state,
    decidedById: isDecided ? cast.members[1]!.id : null,
    askedAt: at,
    waitingSince: new Date(waitingSince),
    decidedAt: state === "waiting" ? null : new Date(now),
  });
}

/** What never left: follow-ups that were cancelled, failed or are still to leave. */
function addFollowUp(random: Random, cast: Cast, parts: ThreadParts, now: Date): void {
  if (!random.chance(0.4)) return;
  const { id, mailboxId } = parts.thread;
  parts.replies.push({
    ...baseReply(cast, id!, mailboxId, parts.messages[0]!.id!, cast.members[1]!.id),
    origin: "machine",
    kind: "reply",
    status: random.pick(["cancelled", "cancelled", "failed", "scheduled", "awaiting_approval", "handed_over"] as const),
    scheduleCondition: "if_no_reply",
    dueAt: new Date(Math.floor(now.getTime() - (random.next() - 0.1) * PAST)),
    sentAt: null,
    reason: random.pick(["lead_answered", "by_person", null]),
  });
}

function addChanges(random: Random, cast: Cast, parts: ThreadParts, begin: number, now: Date): void {
  const count = random.weighted([
    [0, 5],
    [1, 3],
    [2, 2],
    [3, 1],
  ] as const);
  for (let nth = 0; nth < count; nth++) {
    const isUndo = random.chance(0.15);
    const isOther = random.chance(0.2);
    parts.events.push({
      id: randomUUID(),
      workspaceId: cast.workspaceId,
      kind: isUndo ? "thread.triage_undone" : "thread.categorised",
      threadId: parts.thread.id!,
      subjectId: null,
      data: isUndo ? { kind: isOther ? "done" : "category" } : { to: isOther ? null : random.pick(cast.categories).id },
      at: new Date(Math.floor(begin + random.next() * (now.getTime() - begin))),
    });
  }
}
