import { eq, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, members, messages, replies, reviewComments, reviews, threads } from "@/lib/db/schema";
import type { ReviewItem } from "@/lib/domain/review-view";

/** Reviews with what a row of the queue says of each; `where` begins with `mayRead`. */
export const reviewRows = (db: Database) =>
  db
    .select({
      review: reviews,
      author: { id: members.id, name: members.name },
      reply: {
        subject: replies.subject,
        scheduledAt: replies.scheduledAt,
        sentAt: replies.sentAt,
        status: replies.status,
      },
      thread: { contact: threads.contactName, address: threads.contactAddress },
      company: leads.company,
      hasAnswered,
      openComments,
    })
    .from(reviews)
    .innerJoin(replies, eq(replies.id, reviews.replyId))
    .innerJoin(threads, eq(threads.id, reviews.threadId))
    .innerJoin(members, eq(members.id, reviews.authorId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .$dynamic();

const hasAnswered = sql<boolean>`exists (select 1 from ${messages} m where m.thread_id = ${reviews.threadId}
  and m.direction = 'in' and not m.is_automatic and m.first_seen_at > ${replies.acceptedAt})`;
const openComments = sql<number>`(select count(*) from ${reviewComments} c where c.review_id = ${reviews.id}
  and c.parent_id is null and c.settled_at is null)`.mapWith(Number);

type Row = Awaited<ReturnType<typeof reviewRows>>[number];

export function reviewItem({ review, author, reply, thread, company, hasAnswered, openComments }: Row): ReviewItem {
  const leavesAt = review.kind === "sample" ? reply.sentAt : reply.scheduledAt;
  return {
    id: review.id,
    kind: review.kind,
    state: review.state,
    threadId: review.threadId,
    contact: thread.contact || thread.address,
    company: company ?? "",
    subject: reply.subject,
    author,
    causes: review.causes,
    leavesAt: leavesAt?.toISOString() ?? null,
    hasAnswered: review.kind === "approval" && hasAnswered,
    waitingSince: review.waitingSince.toISOString(),
    openComments,
  };
}
