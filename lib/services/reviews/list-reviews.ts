import { and, asc, desc, eq, gte, isNotNull, sql, type SQL } from "drizzle-orm";
import { members, replies, reviews, reviewVersions } from "@/lib/db/schema";
import { roleMay } from "@/lib/domain/permissions";
import type { ReviewQueue } from "@/lib/domain/review-view";
import { instantOf, wallTimeOf } from "@/lib/domain/wall-time";
import { may, type Context } from "../context";
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
  const waited = sql`extract(epoch from ${reviews.decidedAt} - ${reviews.waitingSince})`;
  const isApproved = sql`${reviews.state} = 'approved'`;
  const hasOneVersion = sql`(select count(*) from ${reviewVersions} v where v.review_id = ${reviews.id}) = 1`;
  const [found] = await db
    .select({
      turnaroundSeconds: sql<number | null>`percentile_cont(0.5) within group (order by ${waited})`,
      approved: sql<number>`count(*) filter (where ${isApproved})`.mapWith(Number),
      asWritten: sql<number>`count(*) filter (where ${isApproved} and ${hasOneVersion})`.mapWith(Number),
    })
    .from(reviews)
    .where(
      and(
        mayRead(actor),
        eq(reviews.kind, "approval"),
        isNotNull(reviews.decidedById),
        gte(reviews.decidedAt, midnight),
      ),
    );
  const { turnaroundSeconds, ...counts } = found!;
  return { turnaroundSeconds: turnaroundSeconds === null ? null : Math.round(Number(turnaroundSeconds)), ...counts };
}
