import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { idOfPress } from "@/lib/core/ids";
import { tasks, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { listWhoSees } from "../access/list-who-sees";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import { tellMembers } from "../notifications/tell-members";
import { record } from "../record";
import { dueMoment } from "./due-moment";
import type { AddTaskInput } from "./schemas";

/**
 * Gives somebody, or the actor themselves, something to do about a thread. Who is given it by somebody else is told. A press that is
 * repeated, since its answer got lost, gives nothing twice.
 * @throws AppError `not_found` (thread), `unprocessable` (assignee_out_of_sight) for who does not see the thread
 */
export async function addTask({ actor, db, now }: Context, input: AddTaskInput) {
  may(actor, "task.write");
  const { threadId, title, dueOn, assigneeId } = input;
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const at = now();
    const isIt = and(eq(threads.id, threadId), threadsOf(actor));
    const [thread] = await tx.select().from(threads).where(isIt).for("key share");
    if (!thread) throw new AppError("not_found", { reason: "thread" });
    const assignee = (await listWhoSees(tx, thread)).find(({ id }) => id === assigneeId);
    if (!assignee) throw new AppError("unprocessable", { reason: "assignee_out_of_sight" });
    // What is due today already is known to whoever gives it and to whoever is given it.
    const isDueNow = dueOn !== null && dueMoment(dueOn, assignee) <= at;
    const subjectId = idOfPress(input.pressId, [memberId, threadId, title, dueOn, assigneeId]);
    const [task] = await tx
      .insert(tasks)
      .values({
        id: subjectId,
        workspaceId,
        threadId,
        title,
        dueOn,
        assigneeId,
        createdById: memberId,
        createdAt: at,
        remindedAt: isDueNow ? at : null,
      })
      .onConflictDoNothing()
      .returning({ id: tasks.id });
    if (!task) return { taskId: subjectId };
    await tellMembers(tx, { workspaceId, byId: memberId, at }, [
      { memberId: assigneeId, kind: "task_given", threadId, subjectId },
    ]);
    await record(tx, actor, "task.added", { threadId, subjectId, data: { assigneeId } });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId });
    return { taskId: subjectId };
  });
}
