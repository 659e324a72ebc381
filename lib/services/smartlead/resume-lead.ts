import { eq } from "drizzle-orm";
import { smartleadLeads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { ResumeLeadInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadOfThread } from "./lead-of-thread";

/** Lets the sequence of a lead at Smartlead go on, at once or in some days. @throws AppError `not_found` (thread), `unprocessable` (not_at_smartlead) */
export async function resumeLead({ actor, db }: Context, { threadId, delayDays }: ResumeLeadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const { id, connectionId, campaignId, remoteLeadId } = await leadOfThread(tx, actor, threadId);
    await tx.update(smartleadLeads).set({ status: "INPROGRESS" }).where(eq(smartleadLeads.id, id));
    const payload = {
      campaign_id: campaignId,
      lead_id: remoteLeadId,
      ...(delayDays === undefined ? {} : { resume_lead_with_delay_days: delayDays }),
    };
    await carryOver(tx, actor, "resume", [{ connectionId, threadId, payload }]);
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
