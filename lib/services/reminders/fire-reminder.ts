import { and, eq, exists, isNotNull, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { members, threadReminders, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { record } from "../record";
import { endReminders } from "./end-reminders";

const isDue = (at: Date) =>
  and(isNull(threadReminders.firedAt), isNull(threadReminders.closedAt), lte(threadReminders.remindAt, at));

/**
 * Brings a thread back whose snooze or reminder is due: out of what is done, and before its member. One update decides, so that of several
 * workers, jobs and sweeps one does it. That of somebody who has left ends: nobody would see why the thread is back.
 * @returns false when it is not due, has come up, or nobody needs it any more
 */
export async function fireReminder(db: Database, now: Clock, reminderId: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const at = now();
    // The thread first, as whoever stores an answer holds it: an answer in time closes the reminder before.
    const [found] = await tx
      .select({ threadId: threadReminders.threadId })
      .from(threadReminders)
      .where(eq(threadReminders.id, reminderId));
    if (!found) return false;
    await tx.select({ id: threads.id }).from(threads).where(eq(threads.id, found.threadId)).for("no key update");
    const [fired] = await tx
      .update(threadReminders)
      .set({ firedAt: at, firedBecause: "time" })
      .where(and(eq(threadReminders.id, reminderId), isDue(at), notExists(hasLeft(tx))))
      .returning();
    if (!fired) {
      await endReminders(tx, and(eq(threadReminders.id, reminderId), isDue(at), exists(hasLeft(tx))), at);
      return false;
    }
    const { workspaceId, threadId } = fired;
    await tx
      .update(threads)
      .set({ archivedAt: null })
      .where(and(eq(threads.id, threadId), mayReopen(fired)));
    await record(tx, { workspaceId }, "reminder.fired", { threadId, subjectId: reminderId });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return true;
  });
}

const hasLeft = (tx: Database) =>
  tx
    .select({ one: sql`1` })
    .from(members)
    .where(and(eq(members.id, threadReminders.memberId), isNotNull(members.deactivatedAt)));

/** A snooze is one person's own: what the team has marked as done since then stays done for the others. */
const mayReopen = ({ kind, createdAt }: typeof threadReminders.$inferSelect) =>
  kind === "snooze" ? lte(threads.archivedAt, createdAt) : undefined;

/** For reminders whose job was lost. @returns how many came up */
export async function fireDueReminders(db: Database, now: Clock): Promise<number> {
  const due = await db.select({ id: threadReminders.id }).from(threadReminders).where(isDue(now())).limit(100);
  let count = 0;
  for (const { id } of due) if (await fireReminder(db, now, id)) count += 1;
  return count;
}
