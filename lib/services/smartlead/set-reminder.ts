import { desc, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { messages } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { SetReminderInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadOfThread } from "./lead-of-thread";

/**
 * Has Smartlead remind of a thread.
 * @throws AppError `invalid` for a time in the past, `not_found` (thread), `unprocessable` (not_at_smartlead)
 */
export async function setReminder({ actor, db, now }: Context, { threadId, text, remindAt }: SetReminderInput) {
  may(actor, "thread.triage");
  const at = new Date(remindAt);
  if (at <= now()) throw new AppError("invalid", { fields: [{ path: "remindAt", reason: "in_the_past" }] });
  return db.transaction(async (tx) => {
    const { connectionId, leadMapId } = await leadOfThread(tx, actor, threadId);
    const [newest] = await tx
      .select({ statsId: messages.statsId })
      .from(messages)
      .where(eq(messages.threadId, threadId))
      .orderBy(desc(messages.sentAt))
      .limit(1);
    const payload = {
      email_lead_map_id: leadMapId,
      email_stats_id: newest?.statsId ?? "",
      message: text,
      reminder_time: at.toISOString(),
    };
    await carryOver(tx, actor, "reminder", [{ connectionId, threadId, payload }]);
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
