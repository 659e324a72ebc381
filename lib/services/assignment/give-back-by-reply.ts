import { and, asc, desc, eq, gte, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { events, replies, threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { record } from "../record";
import { carryOwners } from "../smartlead/carry-owners";

/**
 * A person takes a reply back by which its author got the thread (`ownByReply`): it is nobody's again, unless somebody has given it to
 * anybody since. Has its author answered it again, it stays with them by that answer, and goes with it. In the transaction that takes
 * it back.
 */
export async function giveBackByReply(
  tx: Database,
  actor: Actor,
  { id: replyId, threadId, authorId, acceptedAt, chainId }: ReplyRow,
): Promise<void> {
  // A step bears the time of acceptance of the reply that brought it along.
  if (chainId !== null) return;
  const isByThis = and(eq(threads.id, threadId), eq(threads.assigneeId, authorId), eq(threads.assignedAt, acceptedAt));
  const [since] = await tx
    .select({ acceptedAt: replies.acceptedAt })
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
    )
    .orderBy(asc(replies.acceptedAt))
    .limit(1);
  if (since) {
    await tx.update(threads).set({ assignedAt: since.acceptedAt }).where(isByThis);
    return;
  }
  const givenBack = await tx
    .update(threads)
    .set({ assigneeId: null, assignedAt: null })
    .where(isByThis)
    .returning({ id: threads.id });
  if (givenBack.length === 0) return;
  const reply = (await takenBy(tx, threadId, authorId)) ?? replyId;
  await record(tx, actor, "thread.assigned", { threadId, data: { to: null, reply } });
  await carryOwners(tx, actor, [threadId]);
}

/** The reply by which somebody last came to a thread: the log names it on both ways (`previousOwners`). */
async function takenBy(tx: Database, threadId: number, memberId: string): Promise<string | null> {
  const reply = sql<string>`${events.data} ->> 'reply'`;
  const isTheirs = eq(sql`${events.data} ->> 'to'`, memberId);
  const [taken] = await tx
    .select({ reply })
    .from(events)
    .where(and(eq(events.threadId, threadId), eq(events.kind, "thread.assigned"), isTheirs, isNotNull(reply)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return taken?.reply ?? null;
}
