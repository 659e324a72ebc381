import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { members, tasks, threads } from "@/lib/db/schema";
import { threadsOf } from "@/lib/services/access/threads-of";
import type { Context } from "@/lib/services/context";
import { mayChangeTask } from "@/lib/services/tasks/may-change-task";
import { type FoundItem, PLAIN, type SpanFilter } from "./found-item";

/** The open tasks of a span, everybody's: they hang in threads. A day of its person's calendar, which takes the whole day. */
export async function tasksOfSpan(
  { actor, db }: Context,
  { days, mailboxId, memberId }: SpanFilter,
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
        gte(tasks.dueOn, days.first),
        lte(tasks.dueOn, days.last),
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
