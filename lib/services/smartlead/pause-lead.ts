import { eq } from "drizzle-orm";
import { smartleadLeads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "../context";
import type { PauseLeadInput } from "./action-schemas";
import { carryOver } from "./carry-over";
import { leadOfThread } from "./lead-of-thread";

/** Stops the sequence of a lead at Smartlead until somebody resumes it; replies of persons leave as before. @throws AppError `not_found` (thread), `unprocessable` (not_at_smartlead) */
export async function pauseLead({ actor, db }: Context, { threadId }: PauseLeadInput) {
  may(actor, "thread.triage");
  return db.transaction(async (tx) => {
    const { id, connectionId, campaignId, remoteLeadId } = await leadOfThread(tx, actor, threadId);
    await tx.update(smartleadLeads).set({ status: "PAUSED" }).where(eq(smartleadLeads.id, id));
    const payload = { campaign_id: campaignId, lead_id: remoteLeadId };
    await carryOver(tx, actor, "pause", [{ connectionId, threadId, payload }]);
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "thread", threadId });
    return { threadId };
  });
}
