import { and, eq } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { campaigns, smartleadCampaigns } from "@/lib/db/schema";
import { nextCampaignNumber } from "@/lib/services/campaigns/next-campaign-number";

/**
 * The campaign that one at Smartlead is here, made when its first lead is stored. Its number is Smartlead's id where that is free,
 * so that a program which knows it there finds it here. Call it in a transaction.
 */
export async function ensureRemoteCampaign(tx: Database, smartleadCampaignId: string): Promise<string> {
  const isIt = eq(smartleadCampaigns.id, smartleadCampaignId);
  const [known] = await tx.select({ campaignId: smartleadCampaigns.campaignId }).from(smartleadCampaigns).where(isIt);
  if (known?.campaignId) return known.campaignId;
  const [row] = await tx.select().from(smartleadCampaigns).where(isIt).for("update");
  if (!row) throw new Error("a campaign at Smartlead vanished while its lead was stored");
  if (row.campaignId) return row.campaignId;
  const next = await nextCampaignNumber(tx, row.workspaceId);
  const number = (await isFree(tx, row)) ? Number(row.remoteId) : next;
  const [made] = await tx
    .insert(campaigns)
    .values({ workspaceId: row.workspaceId, number, name: row.name })
    .returning({ id: campaigns.id });
  await tx.update(smartleadCampaigns).set({ campaignId: made!.id }).where(isIt);
  return made!.id;
}

async function isFree(tx: Database, row: { workspaceId: string; remoteId: string }): Promise<boolean> {
  const number = Number(row.remoteId);
  if (!Number.isSafeInteger(number) || number <= 0) return false;
  const [taken] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, row.workspaceId), eq(campaigns.number, number)));
  return !taken;
}
