import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, tasks } from "@/lib/db/schema";
import type { TimelineEntry } from "@/lib/domain/thread-timeline";

/** Tasks of a thread, when each was given and when it was done. */
export async function taskEntries(db: Database, threadId: number, most: number): Promise<TimelineEntry[]> {
  const isThere = and(eq(tasks.threadId, threadId), isNull(tasks.removedAt));
  const by = { id: members.id, name: members.name };
  const given = await db
    .select({ id: tasks.id, at: tasks.createdAt, title: tasks.title, by })
    .from(tasks)
    .leftJoin(members, eq(members.id, tasks.createdById))
    .where(isThere)
    .orderBy(desc(tasks.createdAt))
    .limit(most);
  const done = await db
    .select({ id: tasks.id, at: tasks.doneAt, title: tasks.title, by })
    .from(tasks)
    .leftJoin(members, eq(members.id, tasks.doneById))
    .where(and(isThere, isNotNull(tasks.doneAt)))
    .orderBy(desc(tasks.doneAt))
    .limit(most);
  return [
    ...given.map(({ at, ...row }) => ({ ...row, at: at.toISOString(), kind: "task_added" as const })),
    ...done.flatMap(({ id, at, ...row }) =>
      at ? [{ ...row, id: `${id} done`, at: at.toISOString(), kind: "task_done" as const }] : [],
    ),
  ];
}
