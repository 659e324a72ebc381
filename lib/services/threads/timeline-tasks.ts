import { aliasedTable, and, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, tasks } from "@/lib/db/schema";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";

const doers = aliasedTable(members, "doers");

/** Tasks of a thread, when each was given and when it was done. */
export async function taskEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const rows = await db
    .select({
      id: tasks.id,
      title: tasks.title,
      createdAt: tasks.createdAt,
      doneAt: tasks.doneAt,
      by: { id: members.id, name: members.name },
      doer: { id: doers.id, name: doers.name },
    })
    .from(tasks)
    .leftJoin(members, eq(members.id, tasks.createdById))
    .leftJoin(doers, eq(doers.id, tasks.doneById))
    .where(and(eq(tasks.threadId, threadId), isNull(tasks.removedAt)))
    .orderBy(desc(tasks.createdAt))
    .limit(most);
  return rows.flatMap<TimelineEntry>(({ id, title, createdAt, doneAt, by, doer }) => [
    { id, at: createdAt.toISOString(), kind: "task_added", by, title },
    ...(doneAt
      ? [{ id: `${id} done`, at: doneAt.toISOString(), kind: "task_done", by: doer, title } satisfies TimelineEntry]
      : []),
  ]);
}
