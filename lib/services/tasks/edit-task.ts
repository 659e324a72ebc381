import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { tasks, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { listWhoSees } from "../access/list-who-sees";
import { threadsOf } from "../access/threads-of";
import { may, type Actor, type Context } from "../context";
import { tellMembers } from "../notifications/tell-members";
import { record } from "../record";
import { dueMoment } from "./due-moment";
import { mayChangeTask } from "./may-change-task";
import type { EditTaskInput } from "./schemas";

/**
 * Changes what a task says, its day or whose it is. Who is given it by somebody else is told; of a new day its person is told anew.
 * Taken back by the same verb with what it was `before`, unless the actor has given it out of their hands (`mayUndo`).
 * @throws AppError `not_found` (task), `forbidden` (not_the_author), `unprocessable` (assignee_out_of_sight)
 */
export async function editTask({ actor, db, now }: Context, { taskId, ...change }: EditTaskInput) {
  may(actor, "task.write");
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const { task, thread } = await taskToChange(tx, actor, taskId);
    const at = now();
    const before = { title: task.title, dueOn: task.dueOn, assigneeId: task.assigneeId };
    const after = {
      title: change.title ?? before.title,
      dueOn: change.dueOn === undefined ? before.dueOn : change.dueOn,
      assigneeId: change.assigneeId ?? before.assigneeId,
    };
    const isGiven = after.assigneeId !== before.assigneeId;
    const isPlanned = isGiven || after.dueOn !== before.dueOn;
    const mayUndo = mayChangeTask(actor, { ...task, ...after });
    if (!isPlanned && after.title === before.title) return { before, mayUndo };
    const assignee = (await listWhoSees(tx, thread)).find(({ id }) => id === after.assigneeId);
    if (isGiven && !assignee) throw new AppError("unprocessable", { reason: "assignee_out_of_sight" });
    // What is due already is known to whoever says so.
    const isDueNow = assignee && after.dueOn !== null && dueMoment(after.dueOn, assignee) <= at;
    await tx
      .update(tasks)
      .set({ ...after, ...(isPlanned ? { remindedAt: isDueNow ? at : null } : {}) })
      .where(eq(tasks.id, taskId));
    if (isGiven)
      await tellMembers(tx, { workspaceId, byId: memberId, at }, [
        { memberId: after.assigneeId, kind: "task_given", threadId: thread.id, subjectId: taskId },
      ]);
    await record(tx, actor, "task.changed", {
      threadId: thread.id,
      subjectId: taskId,
      ...(isGiven ? { data: { assigneeId: after.assigneeId } } : {}),
    });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId: thread.id });
    return { before, mayUndo };
  });
}

async function taskToChange(tx: Database, actor: Actor, taskId: string) {
  const [found] = await tx
    .select({ task: tasks, thread: threads })
    .from(tasks)
    .innerJoin(threads, eq(threads.id, tasks.threadId))
    .where(and(eq(tasks.id, taskId), isNull(tasks.removedAt), threadsOf(actor)))
    .for("no key update", { of: tasks });
  if (!found) throw new AppError("not_found", { reason: "task" });
  if (!mayChangeTask(actor, found.task)) throw new AppError("forbidden", { reason: "not_the_author" });
  return found;
}
