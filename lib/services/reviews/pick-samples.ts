import { and, eq, gte, isNotNull, ne, sql } from "drizzle-orm";
import { campaigns, replies, reviews, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { takeSample } from "./sample-reply";
import type { PickSamplesInput } from "./schemas";

/**
 * Takes some sent replies of others by chance, of a person, campaign or category and since a time where these are given, of which
 * nobody has a sample yet and that a person wrote. @returns fewer where there are no more
 */
export async function pickSamples({ actor, db, now }: Context, input: PickSamplesInput) {
  may(actor, "review.decide");
  const { count, memberId, campaign, categoryId, from } = input;
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ reply: replies })
      .from(replies)
      .innerJoin(threads, eq(threads.id, replies.threadId))
      .leftJoin(campaigns, eq(campaigns.id, threads.campaignId))
      .where(
        and(
          threadsOf(actor),
          eq(replies.status, "sent"),
          isNotNull(replies.sentMessageId),
          ne(replies.origin, "machine"),
          ne(replies.authorId, actor.memberId),
          memberId ? eq(replies.authorId, memberId) : undefined,
          campaign ? eq(campaigns.number, campaign) : undefined,
          categoryId ? eq(threads.categoryId, categoryId) : undefined,
          from ? gte(replies.sentAt, new Date(from)) : undefined,
          sql`not exists (select 1 from ${reviews} r where r.reply_id = ${replies.id} and r.kind = 'sample')`,
        ),
      )
      .orderBy(sql`random()`)
      .limit(count);
    const reviewIds: string[] = [];
    for (const { reply } of rows) reviewIds.push(await takeSample(tx, actor, reply, now()));
    return { reviewIds };
  });
}
