"use client";

import composer from "@/messages/de/composer.json";
import followUps from "@/messages/de/follow-ups.json";
import { withTexts } from "@/components/shell/with-texts";
import { PlanChain } from "./plan-chain";

/** The dialog that plans follow-ups, in German. */
export const PlanChainDe = withTexts(PlanChain, { composer, "follow-ups": followUps });
