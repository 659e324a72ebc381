import { and, eq, sql } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { members, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { returnedReview } from "./causes-to-wait";
import { getReview } from "./get-review";
import type { OfThreadInput } from "./schemas";

/**
 * What was returned to the actor in a thread, for the composer to show beside the draft: the note and the open words; null for nothing.
 * @throws AppError `not_found` (thread)
 */
export async function returnedOfThread(ctx: Context, { id: threadId }: OfThreadInput) {
  const { actor, db } = ctx;
  may(actor, "review.ask");
  if ((await db.$count(threads, and(threadsOf(actor), eq(threads.id, threadId)))) === 0)
    throw new AppError("not_found", { reason: "thread" });
  const found = await returnedReview(db, { threadId, authorId: actor.memberId });
  if (!found) return null;
  const { id, versions, comments } = await getReview(ctx, { id: found.id });
  const [by] = await db
    .select({ name: members.name })
    .from(members)
    .where(sql`${members.id} = ${found.decidedById}::uuid`);
  const open = comments.filter(({ settledAt }) => settledAt === null);
  return { id, by: by?.name ?? "", note: versions.at(-1)?.returned?.note ?? "", comments: open };
}
