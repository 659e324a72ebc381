import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { ResumeLeadInput } from "./action-schemas";
import { leadOfThread } from "./lead-of-thread";
import { orderSequence } from "./order-sequence";

/** Lets the sequence of a lead at Smartlead go on, at once or in some days. @throws AppError `not_found` (thread), `unprocessable` (not_at_smartlead) */
export async function resumeLead({ actor, db }: Context, { threadId, delayDays }: ResumeLeadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const lead = await leadOfThread(tx, actor, threadId);
    const payload = delayDays === undefined ? {} : { resume_lead_with_delay_days: delayDays };
    await orderSequence(tx, actor, lead, { kind: "resume", payload });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
