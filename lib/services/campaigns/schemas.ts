import { z } from "zod";
import { SendingWindowInput } from "@/lib/services/sending-window-schemas";

/** When the machine may write to a campaign's leads, on their own clocks; null is always. */
export const SaveCampaignWindowInput = z.strictObject({
  campaignId: z.uuid(),
  window: SendingWindowInput.nullable(),
});
export type SaveCampaignWindowInput = z.infer<typeof SaveCampaignWindowInput>;

/** For whom a campaign is run; null for nobody. */
export const SetCampaignClientInput = z.strictObject({ campaignId: z.uuid(), clientId: z.uuid().nullable() });
export type SetCampaignClientInput = z.infer<typeof SetCampaignClientInput>;
