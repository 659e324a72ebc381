import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import { campaigns } from "@/lib/db/schema";
import { type Context, may } from "@/lib/services/context";
import { windowColumns } from "@/lib/services/mailboxes/window-columns";
import { record } from "@/lib/services/record";
import type { SaveCampaignWindowInput } from "./schemas";

/**
 * Says when the machine may write to a campaign's leads. What waits already is asked about again when it is due.
 * @throws AppError `forbidden`, `not_found`
 */
export async function saveCampaignWindow({ actor, db }: Context, { campaignId, window }: SaveCampaignWindowInput) {
  may(actor, "campaign.manage");
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(campaigns)
      .set(windowColumns(window))
      .where(and(eq(campaigns.id, campaignId), eq(campaigns.workspaceId, actor.workspaceId)))
      .returning({ id: campaigns.id, name: campaigns.name });
    if (!row) throw new AppError("not_found", { reason: "campaign" });
    await record(tx, actor, "campaign.window_saved", { subjectId: campaignId });
    return row;
  });
}
