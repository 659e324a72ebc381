import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { smartleadCampaigns } from "@/lib/db/schema";

/** Smartlead takes no more in one filter. */
const MOST_IN_FILTER = 5;

/** The chosen campaigns' ids at Smartlead; as a filter where there are few enough of them, else everything is read and the rest passed over. */
export async function chosenCampaigns(
  db: Database,
  connectionId: string,
): Promise<{ remoteIds: Set<string>; filter: { campaignIds?: string[] } }> {
  const rows = await db
    .select({ remoteId: smartleadCampaigns.remoteId })
    .from(smartleadCampaigns)
    .where(and(eq(smartleadCampaigns.connectionId, connectionId), eq(smartleadCampaigns.isChosen, true)))
    .orderBy(smartleadCampaigns.remoteId);
  const ids = rows.map(({ remoteId }) => remoteId);
  const filter = ids.length > 0 && ids.length <= MOST_IN_FILTER ? { campaignIds: ids } : {};
  return { remoteIds: new Set(ids), filter };
}
