"use client";

import composer from "@/messages/en/composer.json";
import followUps from "@/messages/en/follow-ups.json";
import { withTexts } from "@/components/shell/with-texts";
import { PlanChain } from "./plan-chain";

/** The dialog that plans follow-ups, in English. */
export const PlanChainEn = withTexts(PlanChain, { composer, "follow-ups": followUps });
