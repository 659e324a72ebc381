import { and, asc, desc, eq, gte, isNotNull, sql, type SQL } from "drizzle-orm";
import { members, replies, reviews, reviewVersions } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { ReviewQueue } from "@/lib/domain/review-view";
import { instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import { may, type Context } from "../context";
import { DECISIONS_OF_REVIEW } from "./decisions-of-review";
import { mayRead } from "./lock-review";
import { reviewItem, reviewRows } from "./review-item";
import type { ListReviewsInput, ReviewTab } from "./schemas";

const MOST = 200;

/**
 * What waits for a look, was returned, or is a sample: for who may decide that of all threads that they see, for others their own.
 * What leaves first stands first, then what has waited longest. The 200 first.
 */
export async function listReviews(ctx: Context, { tab }: ListReviewsInput): Promise<ReviewQueue> {
  const { actor, db } = ctx;
  may(actor, "review.ask");
  const rows = await reviewRows(db)
    .where(and(mayRead(actor), OF_TAB[tab]))
    .orderBy(...(tab === "waiting" ? [sql`${replies.scheduledAt} nulls first`] : []), ORDER[tab], asc(reviews.id))
    .limit(MOST);
  return {
    items: rows.map(reviewItem),
    counts: await countsOf(ctx),
    today: await today(ctx),
    mayDecide: roleMay(actor.role, "review.decide"),
  };
}

/** A reply that was stopped by something else than a decision waits for none. */
const OF_TAB: Record<ReviewTab, SQL> = {
  waiting: sql`(${reviews.kind} = 'approval' and ${reviews.state} = 'waiting' and ${replies.status} = 'awaiting_approval')`,
  returned: sql`(${reviews.kind} = 'approval' and ${reviews.state} = 'returned')`,
  samples: sql`(${reviews.kind} = 'sample' and ${reviews.state} = 'open')`,
};
const ORDER = {
  waiting: asc(reviews.waitingSince),
  returned: desc(reviews.decidedAt),
  samples: desc(reviews.askedAt),
} satisfies Record<ReviewTab, SQL>;

async function countsOf({ actor, db }: Context): Promise<ReviewQueue["counts"]> {
  const of = (tab: ReviewTab) => sql<number>`count(*) filter (where ${OF_TAB[tab]})`.mapWith(Number);
  const [counts] = await db
    .select({ waiting: of("waiting"), returned: of("returned"), samples: of("samples") })
    .from(reviews)
    .innerJoin(replies, eq(replies.id, reviews.replyId))
    .where(mayRead(actor));
  return counts!;
}

/** What was decided since midnight on the reader's clock. */
async function today({ actor, db, now }: Context): Promise<ReviewQueue["today"]> {
  const [reader] = await db.select({ zone: members.timeZone }).from(members).where(eq(members.id, actor.memberId));
  const zone = reader?.zone ?? "UTC";
  const midnight = instantOf({ date: wallTimeOf(now(), zone).date, time: "00:00" }, zone)?.instant ?? now();
  const isOfToday = and(mayRead(actor), eq(reviews.kind, "approval"), gte(CHANGED_AT, midnight));
  const hasOneVersion = sql`(select count(*) from ${reviewVersions} v where v.review_id = ${reviews.id}) = 1`;
  const [approvals] = await db
    .select({
      approved: sql<number>`count(*)`.mapWith(Number),
      asWritten: sql<number>`count(*) filter (where ${hasOneVersion})`.mapWith(Number),
    })
    .from(reviews)
    .where(and(isOfToday, eq(reviews.state, "approved"), isNotNull(reviews.decidedById)));
  const { rows } = await db.execute<{ seconds: number | null }>(sql`
    select round(percentile_cont(0.5) within group (
      order by extract(epoch from decisions.decided_at - decisions.asked_at)
    ))::float8 as seconds
    from reviews cross join ${DECISIONS_OF_REVIEW}
    where ${isOfToday} and decisions.decided_at >= ${midnight.toISOString()}::timestamptz`);
  return { turnaroundSeconds: rows[0]!.seconds, ...approvals! };
}

/** When a review was last decided or handed in: none has a decision after it. */
const CHANGED_AT = sql`greatest(${reviews.decidedAt}, ${reviews.waitingSince})`;
