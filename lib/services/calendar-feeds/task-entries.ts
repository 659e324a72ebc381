import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { leads, tasks, threads } from "@/lib/db/schema";
import type { FeedEntry } from "@/lib/domain/feed-entry";
import { threadsOf } from "@/lib/services/access/threads-of";
import { BRIEF, briefOf, type EntrySpan } from "./entry-brief";
import { newestChange } from "./newest-change";

const MOST = 1_000;

/** The member's open tasks, each on the whole of its day; what it is called stands for the subject. */
export async function taskEntries(db: Database, { member, from, to }: EntrySpan): Promise<FeedEntry[]> {
  const changed = newestChange(db, tasks);
  const rows = await db
    .select({
      ...BRIEF,
      id: tasks.id,
      title: tasks.title,
      dueOn: tasks.dueOn,
      made: tasks.createdAt,
      changedAt: changed.at,
    })
    .from(tasks)
    .innerJoin(threads, eq(threads.id, tasks.threadId))
    .leftJoin(leads, eq(leads.id, threads.leadId))
    .leftJoinLateral(changed, sql`true`)
    .where(
      and(
        threadsOf(member),
        eq(tasks.assigneeId, member.memberId),
        isNull(tasks.doneAt),
        isNull(tasks.removedAt),
        gte(tasks.dueOn, dateOf(from)),
        lt(tasks.dueOn, dateOf(to)),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(MOST);
  return rows.map((row) => ({
    ...briefOf(row),
    uid: `task-${row.id}@threadwell`,
    kind: "task",
    subject: row.title,
    at: new Date(`${row.dueOn}T00:00:00Z`),
    end: null,
    isAllDay: true,
    changedAt: row.changedAt ?? row.made,
  }));
}

const dateOf = (instant: Date): string => instant.toISOString().slice(0, 10);
