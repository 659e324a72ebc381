import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns, clients } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { type Context, may } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { SetCampaignClientInput } from "./schemas";

/** Says for whom a campaign is run, and with it who sees its threads. @throws AppError `not_found` (campaign, client) */
export async function setCampaignClient({ actor, db }: Context, { campaignId, clientId }: SetCampaignClientInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const { workspaceId } = actor;
    if (clientId !== null) {
      const isOne = and(eq(clients.id, clientId), eq(clients.workspaceId, workspaceId));
      if ((await tx.$count(clients, isOne)) === 0) throw new AppError("not_found", { reason: "client" });
    }
    const [row] = await tx
      .update(campaigns)
      .set({ clientId })
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.workspaceId, workspaceId)))
      .returning({ id: campaigns.id });
    if (!row) throw new AppError("not_found", { reason: "campaign" });
    await record(tx, actor, "campaign.client_set", { subjectId: campaignId, data: { to: clientId } });
    await notifyChange(tx, { workspaceId, kind: "access" });
    return { campaignId, clientId };
  });
}
