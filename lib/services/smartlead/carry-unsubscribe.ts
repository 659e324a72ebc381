import type { Database } from "@/lib/db/client";
import type { Actor } from "../context";
import { carryOver } from "./carry-over";
import { leadEverywhere } from "./leads-at-smartlead";

/** A lead who must not be written to any more is not written to by Smartlead's sequences either, in none of its campaigns. */
export async function carryUnsubscribe(
  tx: Database,
  by: Pick<Actor, "workspaceId"> & Partial<Actor>,
  leadId: string,
): Promise<void> {
  const leads = await leadEverywhere(tx, leadId);
  const wanted = leads.map(({ connectionId, threadId, campaignId, remoteLeadId }) => ({
    connectionId,
    threadId,
    payload: { campaign_id: campaignId, lead_id: remoteLeadId },
  }));
  await carryOver(tx, by, "unsubscribe", wanted);
}
