import { aliasedTable, and, asc, desc, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import {
  categories,
  leads,
  mailboxes,
  members,
  messages,
  replies,
  reviewComments,
  reviews,
  reviewVersions,
  threads,
} from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { ReviewView } from "@/lib/domain/review-view";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import { zoneOfThread } from "../leads/zone-of-thread";
import { chainOfReply } from "../follow-ups/chain-of-reply";
import type { ReplyRow } from "../replies/reply-row";
import { may, type Context } from "../context";
import { undoSeconds } from "./approve-review";
import { approvedTime } from "./approved-time";
import { checksOfReply } from "./checks-of-reply";
import { mayRead, type ReviewRow } from "./lock-review";
import { reviewItem, reviewRows } from "./review-item";
import type { GetReviewInput } from "./schemas";
import { whoDecides } from "./who-decides";

/** How many of a thread's last messages are shown above the reply. */
const MOST_MESSAGES = 12;

/** A reply with all that is to be known for a decision, and what has been said about it. @throws AppError `not_found` */
export async function getReview(ctx: Context, { id }: GetReviewInput): Promise<ReviewView> {
  const { actor, db } = ctx;
  may(actor, "review.ask");
  const [row] = await reviewRows(db).where(and(mayRead(actor), eq(reviews.id, id)));
  if (!row) throw new AppError("not_found", { reason: "review" });
  const { review } = row;
  const [reply] = await db.select().from(replies).where(eq(replies.id, review.replyId));
  const versions = await versionsOf(db, id);
  return {
    ...reviewItem(row),
    reviewer: await personOf(db, review.reviewerId),
    ...(await decision(ctx, review, reply!)),
    isOwn: review.authorId === actor.memberId,
    scheduleCondition: reply!.scheduleCondition,
    replyId: reply!.id,
    versions,
    checks: review.kind === "approval" ? await checksOfReply(db, review, versions.at(-1)!.text) : null,
    mailboxId: reply!.mailboxId,
    comments: await commentsOf(db, id),
    messages: await lastMessages(db, review, reply!),
    followUps: await followUpsOf(db, reply!),
    ...(await placeOf(ctx, reply!)),
  };
}

async function decision({ actor, db, now }: Context, review: ReviewRow, reply: ReplyRow) {
  const isWaiting = review.state === "waiting" && reply.status === "awaiting_approval";
  const isOthers = review.authorId !== actor.memberId || (await whoDecides(db, review)).length === 0;
  const mayDecide = isWaiting && isOthers && roleMay(actor.role, "review.decide");
  if (!mayDecide) return { mayDecide, approvedAt: null, isReplanned: false };
  const holdSeconds = await undoSeconds(db, actor.memberId);
  const { scheduledAt, isReplanned } = await approvedTime(db, reply, { at: now(), holdSeconds });
  return { mayDecide, approvedAt: scheduledAt?.toISOString() ?? null, isReplanned };
}

async function personOf(db: Database, id: string | null) {
  if (id === null) return null;
  const [found] = await db.select({ id: members.id, name: members.name }).from(members).where(eq(members.id, id));
  return found ?? null;
}

async function versionsOf(db: Database, reviewId: string): Promise<ReviewView["versions"]> {
  const rows = await db
    .select({ version: reviewVersions, writtenBy: { id: members.id, name: members.name } })
    .from(reviewVersions)
    .innerJoin(members, eq(members.id, reviewVersions.writtenById))
    .where(eq(reviewVersions.reviewId, reviewId))
    .orderBy(asc(reviewVersions.number));
  return rows.map(({ version: { number, text, createdAt, returnedNote, returnedAt }, writtenBy }) => ({
    number,
    writtenBy,
    createdAt: createdAt.toISOString(),
    text,
    plain: htmlToText(text.bodyHtml).trim(),
    returned: returnedAt ? { note: returnedNote ?? "", at: returnedAt.toISOString() } : null,
  }));
}

async function commentsOf(db: Database, reviewId: string): Promise<ReviewView["comments"]> {
  const rows = await db
    .select({ comment: reviewComments, author: { id: members.id, name: members.name }, version: reviewVersions.number })
    .from(reviewComments)
    .innerJoin(members, eq(members.id, reviewComments.authorId))
    .leftJoin(reviewVersions, eq(reviewVersions.id, reviewComments.versionId))
    .where(eq(reviewComments.reviewId, reviewId))
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id));
  return rows.map(
    ({ comment: { id, parentId, passage, text, suggestion, createdAt, settledAt }, author, version }) => ({
      id,
      parentId,
      author,
      version,
      passage,
      text,
      suggestion,
      createdAt: createdAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    }),
  );
}

/** The oldest first; of a sample what was there when it left. */
async function lastMessages(db: Database, { threadId }: ReviewRow, { sentMessageId }: ReplyRow) {
  const rows = await db
    .select()
    .from(messages)
    .where(eq(messages.threadId, threadId))
    .orderBy(desc(messages.sentAt), desc(messages.id))
    .limit(MOST_MESSAGES);
  const sent = rows.findIndex(({ id }) => id === sentMessageId);
  return rows
    .slice(sent + 1)
    .toReversed()
    .map(({ id, fromName, fromAddress, direction, sentAt, visibleText, text }) => ({
      id,
      from: fromName || fromAddress,
      isOurs: direction === "out",
      sentAt: sentAt.toISOString(),
      text: visibleText || text,
    }));
}

async function followUpsOf(db: Database, reply: ReplyRow): Promise<ReviewView["followUps"]> {
  const place = await chainOfReply(db, reply);
  if (!place) return [];
  const rows = await db
    .select()
    .from(replies)
    .where(
      and(eq(replies.chainId, place.chain.id), inArray(replies.status, ["awaiting_approval", "scheduled", "queued"])),
    )
    .orderBy(asc(replies.chainStep));
  return rows
    .filter(({ id }) => id !== reply.id)
    .map(({ id, dueAt, bodyHtml }) => ({ id, at: dueAt.toISOString(), text: htmlToText(bodyHtml).trim() }));
}

async function placeOf({ db, now }: Context, reply: ReplyRow): Promise<Pick<ReviewView, "facts" | "zones">> {
  const owners = aliasedTable(members, "owners");
  const [found] = await db
    .select({ thread: threads, mailbox: mailboxes, lead: leads, owner: owners.name, category: categories.name })
    .from(threads)
    .innerJoin(mailboxes, eq(mailboxes.id, reply.mailboxId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoin(owners, eq(owners.id, threads.assigneeId))
    .leftJoin(categories, eq(categories.id, threads.categoryId))
    .where(eq(threads.id, reply.threadId));
  const { thread, mailbox, lead, owner, category } = found!;
  return {
    facts: {
      role: lead?.title ?? "",
      owner,
      mailbox: mailbox.address,
      mailboxColour: mailbox.colour,
      category,
    },
    zones: { lead: lead ? await zoneOfThread(db, { thread, mailbox, lead }, now()) : null },
  };
}
