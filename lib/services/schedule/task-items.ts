import { and, asc, eq, gte, isNull, lt, lte, type SQL } from "drizzle-orm";
import { members, tasks, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { mayChangeTask } from "@/lib/services/tasks/may-change-task";
import { type FoundItem, type Narrowed, PLAIN, type SpanFilter } from "./found-item";

/** The open tasks of a span, everybody's: they hang in threads. A day of its person's calendar, which takes the whole day. */
export const tasksOfSpan = (ctx: Context, { days, ...narrowed }: SpanFilter, limit: number): Promise<FoundItem[]> =>
  openTasks(ctx, narrowed, and(gte(tasks.dueOn, days.first), lte(tasks.dueOn, days.last)), limit);

/** Open tasks whose day is over, the reader's own unless somebody else's are asked for: they wait, however long ago that was. */
export const lateTasks = (
  ctx: Context,
  { memberId = ctx.actor.memberId, ...narrowed }: Narrowed,
  today: string,
  limit: number,
): Promise<FoundItem[]> => openTasks(ctx, { ...narrowed, memberId }, lt(tasks.dueOn, today), limit);

async function openTasks(
  { actor, db }: Context,
  { mailboxId, memberId }: Narrowed,
  when: SQL | undefined,
  limit: number,
): Promise<FoundItem[]> {
  const rows = await db
    .select({ task: tasks, person: { id: members.id, name: members.name } })
    .from(tasks)
    .innerJoin(threads, eq(threads.id, tasks.threadId))
    .innerJoin(members, eq(members.id, tasks.assigneeId))
    .where(
      and(
        threadsOf(actor),
        isNull(tasks.doneAt),
        isNull(tasks.removedAt),
        when,
        mailboxId ? eq(threads.mailboxId, mailboxId) : undefined,
        memberId ? eq(tasks.assigneeId, memberId) : undefined,
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(limit);
  return rows.map(({ task, person }) => ({
    ...PLAIN,
    id: task.id,
    threadId: task.threadId,
    kind: "task",
    at: `${task.dueOn}T00:00:00.000Z`,
    isAllDay: true,
    words: task.title,
    person,
    task: { mayChange: mayChangeTask(actor, task) },
  }));
}
