import { and, eq, exists, gte, isNull, ne, not } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { replies, threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { record } from "../record";
import { carryOwners } from "../smartlead/carry-owners";

/**
 * A person takes a reply back by which its author got the thread (`ownByReply`): it is nobody's again, unless somebody has given it to
 * anybody since, or its author has answered it again. In the transaction that takes it back.
 */
export async function giveBackByReply(
  tx: Database,
  actor: Actor,
  { id: replyId, threadId, authorId, acceptedAt, chainId }: ReplyRow,
): Promise<void> {
  // A step bears the time of acceptance of the reply that brought it along.
  if (chainId !== null) return;
  const answeredSince = tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.threadId, threadId),
        eq(replies.authorId, authorId),
        eq(replies.origin, "composer"),
        eq(replies.kind, "reply"),
        isNull(replies.chainId),
        ne(replies.id, replyId),
        ne(replies.status, "cancelled"),
        gte(replies.acceptedAt, acceptedAt),
      ),
    );
  const givenBack = await tx
    .update(threads)
    .set({ assigneeId: null, assignedAt: null })
    .where(
      and(
        eq(threads.id, threadId),
        eq(threads.assigneeId, authorId),
        eq(threads.assignedAt, acceptedAt),
        not(exists(answeredSince)),
      ),
    )
    .returning({ id: threads.id });
  if (givenBack.length === 0) return;
  await record(tx, actor, "thread.assigned", { threadId, data: { to: null, reply: replyId } });
  await carryOwners(tx, actor, [threadId]);
}
