import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { PauseLeadInput } from "./action-schemas";
import { leadOfThread } from "./lead-of-thread";
import { orderSequence } from "./order-sequence";

/** Stops the sequence of a lead at Smartlead until somebody resumes it; replies of persons leave as before. @throws AppError `not_found` (thread), `unprocessable` (not_at_smartlead) */
export async function pauseLead({ actor, db }: Context, { threadId }: PauseLeadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const lead = await leadOfThread(tx, actor, threadId);
    await orderSequence(tx, actor, lead, { kind: "pause", payload: {} });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
