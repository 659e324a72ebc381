import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { members, tasks } from "@/lib/db/schema";
import { addDays } from "@/lib/domain/wall-time";
import { tellMembers } from "../notifications/tell-members";
import { dueMoment } from "./due-moment";

const AT_ONCE = 500;
const isWaiting = and(isNull(tasks.remindedAt), isNull(tasks.doneAt), isNull(tasks.removedAt));

/**
 * Tells people of their tasks of the day as their working day begins, by their clock, each once: of several workers one does it.
 * @returns how many were told
 */
export async function tellDueTasks(db: Database, now: Clock): Promise<number> {
  const at = now();
  let count = 0;
  let page: Waiting[] = [];
  do {
    page = await waitingTasks(db, at, page.at(-1));
    const due = page.filter(({ dueOn, person }) => dueMoment(dueOn, person) <= at);
    for (const { id } of due) if (await tellDueTask(db, id, at)) count += 1;
    // Whose day begins later do not stand in the way of those behind them.
  } while (page.length === AT_ONCE);
  return count;
}

type Waiting = { id: string; dueOn: string; person: Parameters<typeof dueMoment>[1] };

/** Those of a day that has begun somewhere, in order, behind `last`. */
async function waitingTasks(db: Database, at: Date, last: Waiting | undefined): Promise<Waiting[]> {
  // East of UTC a day begins up to 14 hours before.
  const lastDay = addDays(at.toISOString().slice(0, 10), 1);
  const isBehind = last && sql`(${tasks.dueOn}, ${tasks.id}) > (${last.dueOn}::date, ${last.id}::uuid)`;
  return db
    .select({
      id: tasks.id,
      dueOn: sql<string>`${tasks.dueOn}`,
      person: { timeZone: members.timeZone, workStart: members.workStart },
    })
    .from(tasks)
    .innerJoin(members, eq(members.id, tasks.assigneeId))
    .where(and(isWaiting, lte(tasks.dueOn, lastDay), isNull(members.deactivatedAt), isBehind))
    .orderBy(tasks.dueOn, tasks.id)
    .limit(AT_ONCE);
}

async function tellDueTask(db: Database, taskId: string, at: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [task] = await tx
      .update(tasks)
      .set({ remindedAt: at })
      .where(and(eq(tasks.id, taskId), isWaiting))
      .returning();
    if (!task) return false;
    const { workspaceId, assigneeId: memberId, threadId } = task;
    await tellMembers(tx, { workspaceId, byId: null, at }, [
      { memberId, kind: "task_due", threadId, subjectId: taskId },
    ]);
    return true;
  });
}
