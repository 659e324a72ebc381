import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { AddTaskInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadOfThread } from "./lead-of-thread";

/** Gives a thread's lead a task at Smartlead. @throws AppError `not_found` (thread), `unprocessable` (not_at_smartlead) */
export async function addTask({ actor, db }: Context, { threadId, name, description, priority, dueAt }: AddTaskInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const { connectionId, leadMapId } = await leadOfThread(tx, actor, threadId);
    const payload = {
      email_lead_map_id: leadMapId,
      name,
      ...(description ? { description } : {}),
      priority,
      ...(dueAt ? { due_date: new Date(dueAt).toISOString() } : {}),
    };
    await carryOver(tx, actor, "task", [{ connectionId, threadId, payload }]);
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
