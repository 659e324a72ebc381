import { and, eq, isNull, lte } from "drizzle-orm";
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
  // East of UTC a day begins up to 14 hours before.
  const lastDay = addDays(at.toISOString().slice(0, 10), 1);
  const ahead = await db
    .select({
      id: tasks.id,
      dueOn: tasks.dueOn,
      person: { timeZone: members.timeZone, workStart: members.workStart },
    })
    .from(tasks)
    .innerJoin(members, eq(members.id, tasks.assigneeId))
    .where(and(isWaiting, lte(tasks.dueOn, lastDay), isNull(members.deactivatedAt)))
    .orderBy(tasks.dueOn, tasks.id)
    .limit(AT_ONCE);
  const due = ahead.filter(({ dueOn, person }) => dueOn !== null && dueMoment(dueOn, person) <= at);
  let count = 0;
  for (const { id } of due) if (await tellDueTask(db, id, at)) count += 1;
  return count;
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
