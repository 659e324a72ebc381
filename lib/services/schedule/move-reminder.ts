import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { threadReminders, threads } from "@/lib/db/schema";
import type { ReminderKind } from "@/lib/domain/reminder";
import { JOBS } from "@/lib/jobs/definitions";
import { enqueue } from "@/lib/jobs/enqueue";
import { notifyChange } from "@/lib/realtime/notify";
import { isOfSeenThread } from "@/lib/services/access/threads-of";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";

/**
 * Another time for a reminder or snooze of the actor's own that is still to come up. The job of the former time finds that it is not due.
 * @throws AppError `invalid` (in_the_past), `not_found`, `conflict`: `came_up` or `closed`
 */
export async function moveReminder(
  { actor, db, now }: Context,
  { reminderId, kind, at }: { reminderId: string; kind: ReminderKind; at: Date },
): Promise<void> {
  may(actor, "thread.triage");
  if (at <= now()) throw new AppError("invalid", { reason: "in_the_past" });
  const isOwn = and(
    eq(threadReminders.id, reminderId),
    eq(threadReminders.kind, kind),
    eq(threadReminders.workspaceId, actor.workspaceId),
    eq(threadReminders.memberId, actor.memberId),
    isOfSeenThread(actor, threadReminders.threadId),
  );
  return db.transaction(async (tx) => {
    const [found] = await tx.select({ threadId: threadReminders.threadId }).from(threadReminders).where(isOwn);
    if (!found) throw new AppError("not_found", { reason: "not_found" });
    // The thread first, as who stores an answer and who brings a reminder up hold it.
    const { threadId } = found;
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId)).for("no key update");
    const [reminder] = await tx.select().from(threadReminders).where(isOwn).for("update");
    if (!reminder || reminder.closedAt) throw new AppError("conflict", { reason: "closed" });
    if (reminder.firedAt) throw new AppError("conflict", { reason: "came_up" });
    await tx.update(threadReminders).set({ remindAt: at }).where(eq(threadReminders.id, reminderId));
    const data = { until: at.toISOString() };
    await record(tx, actor, "reminder.moved", { threadId, subjectId: reminderId, data });
    await enqueue(tx, JOBS.fireReminder, { reminderId }, { after: at });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
  });
}
