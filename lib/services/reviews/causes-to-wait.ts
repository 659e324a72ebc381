import { and, desc, eq, getTableColumns, inArray, isNull, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { together } from "@/lib/db/together";
import { approvalRules, members, messages, replies, reviews, threads } from "@/lib/db/schema";
import { rulesThatHold, type ApprovalFacts } from "@/lib/domain/approval";
import type { ReviewCause } from "@/lib/domain/review";
import { htmlToText } from "@/lib/mail/mime/html-to-text";
import type { ReplyRow } from "../replies/reply-row";
import { whoDecides } from "./who-decides";

export type HandedIn = Pick<
  ReplyRow,
  "id" | "workspaceId" | "threadId" | "authorId" | "origin" | "kind" | "subject" | "bodyHtml" | "scheduledAt" | "dueAt"
> & {
  fileNames: string[];
  /** HTML of the follow-ups that come along. */
  followUps: string[];
  now: Date;
};

export type ReviewWish = { reviewerId?: string | undefined; note?: string | undefined };

/**
 * Why a reply has to wait for somebody else's look, all reasons; none lets it go. What was returned to its author waits for the next
 * look whatever the rules say by then.
 * @throws AppError `not_found` (reviewer) for a named reviewer who may not decide about it
 */
export async function causesToWait(tx: Database, reply: HandedIn, wish?: ReviewWish): Promise<ReviewCause[]> {
  const [asked, ruled, returned] = await together(
    wish ? requested(tx, reply, wish) : null,
    ruledCauses(tx, reply),
    returnedFor(tx, reply),
  );
  const causes = asked ? [...ruled, asked] : ruled;
  return causes.length > 0 ? causes : (returned?.causes ?? []);
}

/** The rules of its workspace that hold a reply. */
export async function ruledCauses(tx: Database, reply: HandedIn): Promise<ReviewCause[]> {
  const rules = await workingRules(tx, reply.workspaceId);
  return rules.length === 0 ? [] : rulesThatHold(rules, await factsOf(tx, reply));
}

/** What was returned to its author and is handed in again by this reply: the same kind, from the composer, where its draft was put. */
export async function returnedFor(tx: Database, reply: Pick<ReplyRow, "threadId" | "authorId" | "origin" | "kind">) {
  return reply.origin === "composer" ? returnedReview(tx, reply) : null;
}

type Returned = Pick<ReplyRow, "threadId" | "authorId"> & { kind?: ReplyRow["kind"] };

/** The newest look at a reply (or a forward) of an author in a thread that went back to them and was not taken up since. */
export async function returnedReview(tx: Database, { threadId, authorId, kind }: Returned) {
  const [found] = await tx
    .select(getTableColumns(reviews))
    .from(reviews)
    .innerJoin(replies, eq(replies.id, reviews.replyId))
    .where(
      and(
        eq(reviews.threadId, threadId),
        eq(reviews.authorId, authorId),
        eq(reviews.kind, "approval"),
        eq(reviews.state, "returned"),
        kind && eq(replies.kind, kind),
      ),
    )
    .orderBy(desc(reviews.waitingSince))
    .limit(1);
  return found ?? null;
}

async function requested(tx: Database, reply: HandedIn, { reviewerId, note }: ReviewWish): Promise<ReviewCause> {
  if (reviewerId !== undefined && !(await whoDecides(tx, reply)).includes(reviewerId))
    throw new AppError("not_found", { reason: "reviewer" });
  return { kind: "request", byId: reply.authorId, note: note ?? "" };
}

const workingRules = (tx: Database, workspaceId: string) =>
  tx
    .select({ id: approvalRules.id, name: approvalRules.name, conditions: approvalRules.conditions })
    .from(approvalRules)
    .where(and(eq(approvalRules.workspaceId, workspaceId), isNull(approvalRules.pausedAt)))
    .orderBy(approvalRules.createdAt, approvalRules.id);

async function factsOf(tx: Database, reply: HandedIn): Promise<ApprovalFacts> {
  const [author] = await tx.select().from(members).where(eq(members.id, reply.authorId));
  const [thread] = await tx.select().from(threads).where(eq(threads.id, reply.threadId));
  const { timeZone, workDays, workStart, workEnd, role, createdAt: joinedAt } = author!;
  const texts = [reply.bodyHtml, ...reply.followUps].map(htmlToText);
  const leavesAt = reply.scheduledAt ?? reply.dueAt;
  return {
    author: { id: author!.id, role, joinedAt, timeZone, workDays, workStart, workEnd },
    campaignId: thread!.campaignId,
    categoryId: thread!.categoryId,
    isFirstReply: await isFirstReply(tx, reply),
    text: [reply.subject, ...texts].join("\n"),
    fileNames: reply.fileNames,
    leavesAt: leavesAt > reply.now ? leavesAt : reply.now,
    now: reply.now,
  };
}

/** Nothing of ours came after the lead's first word, and nothing else is on its way. */
async function isFirstReply(tx: Database, { id, threadId }: HandedIn): Promise<boolean> {
  const ofThread = eq(messages.threadId, threadId);
  const firstIn = sql`(select min(m.sent_at) from ${messages} m where m.thread_id = ${threadId} and m.direction = 'in' and not m.is_automatic)`;
  const answered = and(ofThread, eq(messages.direction, "out"), sql`${messages.sentAt} > ${firstIn}`);
  if ((await tx.$count(messages, answered)) > 0) return false;
  const others = and(
    eq(replies.threadId, threadId),
    sql`${replies.id} <> ${id}`,
    isNull(replies.chainId),
    inArray(replies.status, ["scheduled", "queued", "sending", "sent", "handed_over", "unknown"]),
  );
  return (await tx.$count(replies, others)) === 0;
}
