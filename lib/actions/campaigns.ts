"use server";

import { saveCampaignWindow as saveCampaignWindowVerb } from "@/lib/services/campaigns/save-campaign-window";
import { SaveCampaignWindowInput, SetCampaignClientInput } from "@/lib/services/campaigns/schemas";
import { setCampaignClient as setCampaignClientVerb } from "@/lib/services/campaigns/set-campaign-client";
import { action } from "./action";

export const saveCampaignWindow = action(SaveCampaignWindowInput, saveCampaignWindowVerb);
export const setCampaignClient = action(SetCampaignClientInput, setCampaignClientVerb);
