"use server";

import { saveCampaignWindow as saveCampaignWindowVerb } from "@/lib/services/campaigns/save-campaign-window";
import { SaveCampaignWindowInput } from "@/lib/services/campaigns/schemas";
import { action } from "./action";

export const saveCampaignWindow = action(SaveCampaignWindowInput, saveCampaignWindowVerb);
