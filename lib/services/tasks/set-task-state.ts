import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { tasks, threads } from "@/lib/db/schema";
import type { TaskState } from "@/lib/domain/task";
import { notifyChange } from "@/lib/realtime/notify";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import { record } from "../record";
import { mayChangeTask } from "./may-change-task";
import type { SetTaskStateInput } from "./schemas";

const EVENTS = { open: "task.reopened", done: "task.done", removed: "task.removed" } as const;

/**
 * Marks a task as done, opens it again or takes it away; each can be taken back by what it was `before`. Whoever sees the thread may
 * tick; who may take away, `mayChangeTask` says.
 * @throws AppError `not_found` (task), `forbidden`
 */
export async function setTaskState({ actor, db, now }: Context, { taskId, state }: SetTaskStateInput) {
  may(actor, "task.write");
  const { workspaceId, memberId } = actor;
  return db.transaction(async (tx) => {
    const [found] = await tx
      .select({ task: tasks })
      .from(tasks)
      .innerJoin(threads, eq(threads.id, tasks.threadId))
      .where(and(eq(tasks.id, taskId), threadsOf(actor)))
      .for("no key update", { of: tasks });
    if (!found) throw new AppError("not_found", { reason: "task" });
    const { task } = found;
    const before = stateOf(task);
    if (before === state) return { before };
    if ((before === "removed" || state === "removed") && !mayChangeTask(actor, task))
      throw new AppError("forbidden", { reason: "not_the_author" });
    const at = now();
    await tx
      .update(tasks)
      .set({
        removedAt: state === "removed" ? at : null,
        ...(state === "done" ? { doneAt: at, doneById: memberId } : {}),
        ...(state === "open" ? { doneAt: null, doneById: null } : {}),
      })
      .where(eq(tasks.id, taskId));
    await record(tx, actor, EVENTS[state], { threadId: task.threadId, subjectId: taskId });
    await notifyChange(tx, { workspaceId, kind: "thread", threadId: task.threadId });
    return { before };
  });
}

function stateOf({ doneAt, removedAt }: typeof tasks.$inferSelect): TaskState {
  if (removedAt) return "removed";
  return doneAt ? "done" : "open";
}
