import { and, eq, isNull } from "drizzle-orm";
import { threadReminders } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "../context";
import { record } from "../record";
import type { DismissReminderInput } from "./schemas";

/** The actor has seen a reminder of their own; one that is closed already is no failure. */
export async function dismissReminder({ actor, db, now }: Context, { reminderId }: DismissReminderInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const isOwn = and(
      eq(threadReminders.id, reminderId),
      eq(threadReminders.memberId, actor.memberId),
      isOfSeenThread(actor, threadReminders.threadId),
    );
    const [closed] = await tx
      .update(threadReminders)
      .set({ closedAt: now(), closedReason: "dismissed" })
      .where(and(isOwn, isNull(threadReminders.closedAt)))
      .returning({ threadId: threadReminders.threadId });
    const { workspaceId } = actor;
    if (closed) {
      await record(tx, actor, "reminder.dismissed", { threadId: closed.threadId, subjectId: reminderId });
      await notifyChange(tx, { workspaceId, kind: "thread", threadId: closed.threadId });
    }
    return { reminderId };
  });
}
