import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { tasks, threads } from "@/lib/db/schema";
import type { TaskView } from "@/lib/domain/task";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import type { ListThreadTasksInput } from "./schemas";
import { taskRows } from "./task-rows";

const MOST = 200;

/** A thread's tasks, what is open first. @throws AppError `not_found` (thread) */
export async function listThreadTasks({ actor, db }: Context, { threadId }: ListThreadTasksInput): Promise<TaskView[]> {
  may(actor, "task.write");
  const [thread] = await db
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.id, threadId), threadsOf(actor)));
  if (!thread) throw new AppError("not_found", { reason: "thread" });
  const rows = await taskRows(db, actor, { where: eq(tasks.threadId, threadId), limit: MOST });
  return rows.map(({ thread: _known, ...task }) => task);
}
