import { and, eq, inArray, isNull } from "drizzle-orm";
import { messages, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "@/lib/services/access/threads-of";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { carryReadStates } from "@/lib/services/smartlead/carry-triage";
import type { MarkThreadReadInput } from "./schemas";
import { unreadCount } from "./unread-count";

/**
 * Marks messages of a thread as read, for the whole workspace: a message has one state, whoever read it. What has come since they
 * were shown was seen by nobody and stays unread.
 * @returns how many of them were unread before; a thread that the actor cannot see has none
 */
export async function markThreadRead({ actor, db, now }: Context, { threadId, messageIds }: MarkThreadReadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const own = tx
      .select({ id: threads.id })
      .from(threads)
      .where(and(eq(threads.id, threadId), threadsOf(actor)))
      // Taken before the messages, as storing one does, so that an arrival is either counted or still unread.
      .for("update");
    const [thread] = await own;
    if (!thread) return { read: 0 };
    const read = await tx
      .update(messages)
      .set({ readAt: now() })
      .where(
        and(
          eq(messages.threadId, threadId),
          inArray(messages.id, messageIds),
          eq(messages.direction, "in"),
          isNull(messages.readAt),
        ),
      )
      .returning({ id: messages.id });
    if (read.length === 0) return { read: 0 };
    await tx.update(threads).set({ unreadCount: unreadCount() }).where(eq(threads.id, threadId));
    await record(tx, actor, "thread.read", { threadId });
    await carryReadStates(tx, actor, [threadId]);
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { read: read.length };
  });
}
