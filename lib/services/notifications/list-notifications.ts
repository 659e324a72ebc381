import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { members, notifications, tasks, threads } from "@/lib/db/schema";
import type { NotificationPage } from "@/lib/domain/notification";
import { may, type Context } from "../context";
import { isOwnNotification } from "./is-own-notification";
import type { ListNotificationsInput } from "./schemas";

const PAGE = 40;
const OF_TASKS = ["task_given", "task_due"] as const;

/** What the actor was told personally, newest first, a page at a time; only what is about threads that they still see. */
export async function listNotifications(
  { actor, db }: Context,
  { before, unread }: ListNotificationsInput,
): Promise<NotificationPage> {
  may(actor, "thread.read");
  const { id, createdAt } = notifications;
  const isBefore =
    before &&
    sql`(${createdAt}, ${id}) < (
      select last.created_at, last.id from ${notifications} last where last.id = ${before} and last.member_id = ${actor.memberId})`;
  const rows = await db
    .select({
      notification: notifications,
      by: { id: members.id, name: members.name },
      thread: { id: threads.id, name: threads.contactName, subject: threads.subject },
      task: tasks.title,
    })
    .from(notifications)
    .leftJoin(members, eq(members.id, notifications.byId))
    .leftJoin(threads, eq(threads.id, notifications.threadId))
    .leftJoin(tasks, and(inArray(notifications.kind, [...OF_TASKS]), eq(tasks.id, notifications.subjectId)))
    .where(and(isOwnNotification(actor), unread ? isNull(notifications.readAt) : undefined, isBefore || undefined))
    .orderBy(desc(createdAt), desc(id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  return {
    notifications: page.map(({ notification, by, thread, task }) => ({
      id: notification.id,
      kind: notification.kind,
      by,
      thread,
      subjectId: notification.subjectId,
      task,
      createdAt: notification.createdAt.toISOString(),
      isRead: notification.readAt !== null,
    })),
    next: rows.length > PAGE ? page.at(-1)!.notification.id : null,
  };
}
