import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import type { ReplyRow } from "../replies/reply-row";
import { record } from "../record";
import { carryOwners } from "../smartlead/carry-owners";

/**
 * A person takes a reply back by which its author got the thread (`ownByReply`): it is nobody's again, unless somebody has given it to
 * anybody since. In the transaction that takes it back.
 */
export async function giveBackByReply(
  tx: Database,
  actor: Actor,
  { id: replyId, threadId, authorId, acceptedAt, chainId }: ReplyRow,
): Promise<void> {
  // A step bears the time of acceptance of the reply that brought it along.
  if (chainId !== null) return;
  const givenBack = await tx
    .update(threads)
    .set({ assigneeId: null, assignedAt: null })
    .where(and(eq(threads.id, threadId), eq(threads.assigneeId, authorId), eq(threads.assignedAt, acceptedAt)))
    .returning({ id: threads.id });
  if (givenBack.length === 0) return;
  await record(tx, actor, "thread.assigned", { threadId, data: { to: null, reply: replyId } });
  await carryOwners(tx, actor, [threadId]);
}
