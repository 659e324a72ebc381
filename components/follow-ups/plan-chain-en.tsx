"use client";

import composer from "@/messages/en/composer.json";
import followUps from "@/messages/en/follow-ups.json";
import { planChainWithTexts } from "./plan-chain-with-texts";

/** The dialog that plans follow-ups, in English. */
export const PlanChainEn = planChainWithTexts({ composer, "follow-ups": followUps });
