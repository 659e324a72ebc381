"use client";

import composer from "@/messages/de/composer.json";
import followUps from "@/messages/de/follow-ups.json";
import { planChainWithTexts } from "./plan-chain-with-texts";

/** The dialog that plans follow-ups, in German. */
export const PlanChainDe = planChainWithTexts({ composer, "follow-ups": followUps });
