"use server";

import { UpdateLeadInput } from "@/lib/services/leads/schemas";
import { updateLead } from "@/lib/services/leads/update-lead";
import { action } from "./action";

export const changeLead = action(UpdateLeadInput, updateLead);
