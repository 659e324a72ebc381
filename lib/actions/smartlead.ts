"use server";

import { chooseSmartleadCampaigns as chooseVerb } from "@/lib/services/smartlead/choose-smartlead-campaigns";
import { connectSmartlead as connectVerb } from "@/lib/services/smartlead/connect-smartlead";
import { disconnectSmartlead as disconnectVerb } from "@/lib/services/smartlead/disconnect-smartlead";
import { pollSmartleadNow as pollVerb } from "@/lib/services/smartlead/poll-smartlead-now";
import { saveSmartleadMember as saveMemberVerb } from "@/lib/services/smartlead/save-smartlead-member";
import { saveSmartleadSettings as saveVerb } from "@/lib/services/smartlead/save-smartlead-settings";
import {
  ChooseSmartleadCampaignsInput,
  ConnectSmartleadInput,
  SaveSmartleadMemberInput,
  SaveSmartleadSettingsInput,
  SmartleadConnectionInput,
} from "@/lib/services/smartlead/schemas";
import { action } from "./action";

export const connectSmartlead = action(ConnectSmartleadInput, connectVerb);
export const chooseSmartleadCampaigns = action(ChooseSmartleadCampaignsInput, chooseVerb);
export const saveSmartleadSettings = action(SaveSmartleadSettingsInput, saveVerb);
export const saveSmartleadMember = action(SaveSmartleadMemberInput, saveMemberVerb);
export const pollSmartleadNow = action(SmartleadConnectionInput, pollVerb);
export const disconnectSmartlead = action(SmartleadConnectionInput, disconnectVerb);
