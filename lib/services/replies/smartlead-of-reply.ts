import { eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns, smartleadConnections, smartleadLeads } from "@/lib/db/schema";
import type { ReplyRow } from "./reply-row";

export type SmartleadOfReply = {
  connection: typeof smartleadConnections.$inferSelect;
  lead: typeof smartleadLeads.$inferSelect;
  /** The campaign's id at Smartlead. */
  campaignId: string;
  /** Whether the campaign is read. */
  isChosen: boolean;
};

/** The account, lead and campaign through which a reply leaves; null when it leaves by its mailbox's own server. */
export async function smartleadOfReply(
  db: Database,
  { smartleadLeadId }: Pick<ReplyRow, "smartleadLeadId">,
): Promise<SmartleadOfReply | null> {
  if (smartleadLeadId === null) return null;
  const [found] = await db
    .select({
      connection: smartleadConnections,
      lead: smartleadLeads,
      campaignId: smartleadCampaigns.remoteId,
      isChosen: smartleadCampaigns.isChosen,
    })
    .from(smartleadLeads)
    .innerJoin(smartleadConnections, eq(smartleadConnections.id, smartleadLeads.connectionId))
    .innerJoin(smartleadCampaigns, eq(smartleadCampaigns.id, smartleadLeads.campaignId))
    .where(eq(smartleadLeads.id, smartleadLeadId));
  return found ?? null;
}

/** Whether an account takes replies: connected, and its key not refused. A network that fails passes by itself. */
export function isSmartleadOpen({ key, state, stateReason }: SmartleadOfReply["connection"]): boolean {
  if (key === null || state === "disconnected") return false;
  return state !== "failing" || stateReason !== "auth";
}
