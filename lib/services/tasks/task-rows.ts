import { aliasedTable, and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, tasks, threads } from "@/lib/db/schema";
import type { OwnTask } from "@/lib/domain/task";
import type { Actor } from "../context";
import { mayChangeTask } from "./may-change-task";

const givers = aliasedTable(members, "givers");

/** Tasks as they are shown, what is open first, by their day; those without one at the end. */
export async function taskRows(
  db: Database,
  actor: Actor,
  { where, limit }: { where: SQL | undefined; limit: number },
): Promise<OwnTask[]> {
  const rows = await db
    .select({
      task: tasks,
      assignee: { id: members.id, name: members.name },
      by: { id: givers.id, name: givers.name },
      thread: { id: threads.id, name: threads.contactName, subject: threads.subject },
    })
    .from(tasks)
    .innerJoin(threads, eq(threads.id, tasks.threadId))
    .innerJoin(members, eq(members.id, tasks.assigneeId))
    .innerJoin(givers, eq(givers.id, tasks.createdById))
    .where(and(where, isNull(tasks.removedAt)))
    .orderBy(
      sql`${tasks.doneAt} desc nulls first`,
      sql`${tasks.dueOn} asc nulls last`,
      asc(tasks.createdAt),
      asc(tasks.id),
    )
    .limit(limit);
  return rows.map(({ task, assignee, by, thread }) => ({
    id: task.id,
    title: task.title,
    dueOn: task.dueOn,
    assignee,
    by,
    isDone: task.doneAt !== null,
    mayChange: mayChangeTask(actor, task),
    thread,
  }));
}
