import { and, eq, isNull } from "drizzle-orm";
import { tasks } from "@/lib/db/schema";
import type { OwnTask } from "@/lib/domain/task";
import { threadsOf } from "../access/threads-of";
import { may, type Context } from "../context";
import { taskRows } from "./task-rows";

const MOST = 500;

/** What the actor has to do, by its day; of threads that they still see. */
export async function listOwnTasks({ actor, db }: Context): Promise<OwnTask[]> {
  may(actor, "task.write");
  const where = and(eq(tasks.assigneeId, actor.memberId), isNull(tasks.doneAt), threadsOf(actor));
  return taskRows(db, actor, { where, limit: MOST });
}
