import { z } from "zod";
import { SMARTLEAD_ENDPOINTS } from "@/lib/domain/smartlead";

/** Pasted, so with what a paste brings along; a key is one word. */
export const ConnectSmartleadInput = z.strictObject({
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{10,200}$/, "smartlead_key"),
});
export type ConnectSmartleadInput = z.infer<typeof ConnectSmartleadInput>;

export const SmartleadConnectionInput = z.strictObject({ connectionId: z.uuid() });
export type SmartleadConnectionInput = z.infer<typeof SmartleadConnectionInput>;

/** Which campaigns are read from now on; what was read of the others stays. */
export const ChooseSmartleadCampaignsInput = z.strictObject({
  connectionId: z.uuid(),
  campaignIds: z.array(z.uuid()).max(5_000),
});
export type ChooseSmartleadCampaignsInput = z.infer<typeof ChooseSmartleadCampaignsInput>;

/** `signingSecret`: absent keeps the one that is there, null takes it away. */
export const SaveSmartleadSettingsInput = z.strictObject({
  connectionId: z.uuid(),
  endpoint: z.enum([...SMARTLEAD_ENDPOINTS, "auto"]),
  handsOver: z.boolean(),
  signingSecret: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{8,200}$/, "signing_secret")
    .nullable()
    .optional(),
});
export type SaveSmartleadSettingsInput = z.infer<typeof SaveSmartleadSettingsInput>;

/** Who a member is at Smartlead: the number that its rows call `team_member_id`; null for nobody. */
export const SaveSmartleadMemberInput = z.strictObject({
  memberId: z.uuid(),
  remoteId: z
    .string()
    .trim()
    .regex(/^\d{1,15}$/, "smartlead_member")
    .nullable(),
});
export type SaveSmartleadMemberInput = z.infer<typeof SaveSmartleadMemberInput>;
