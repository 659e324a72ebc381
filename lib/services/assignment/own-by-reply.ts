import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import { record } from "../record";
import { carryOwners } from "../smartlead/carry-owners";

/** Who answers a thread that is nobody's looks after it from then on. In the transaction that accepts the reply. */
export async function ownByReply(
  tx: Database,
  actor: Actor,
  { threadId, replyId, at }: { threadId: number; replyId: string; at: Date },
): Promise<void> {
  const taken = await tx
    .update(threads)
    .set({ assigneeId: actor.memberId, assignedAt: at })
    .where(and(eq(threads.id, threadId), isNull(threads.assigneeId)))
    .returning({ id: threads.id });
  if (taken.length === 0) return;
  await record(tx, actor, "thread.assigned", { threadId, data: { to: actor.memberId, reply: replyId } });
  await carryOwners(tx, actor, [threadId]);
}
