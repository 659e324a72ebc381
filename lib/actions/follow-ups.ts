"use server";

import { planFollowUps as planFollowUpsVerb } from "@/lib/services/follow-ups/plan-follow-ups";
import { PlanFollowUpsInput, StopFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { stopFollowUps as stopFollowUpsVerb } from "@/lib/services/follow-ups/stop-follow-ups";
import { action } from "./action";

export const planFollowUps = action(PlanFollowUpsInput, planFollowUpsVerb);
export const stopFollowUps = action(StopFollowUpsInput, stopFollowUpsVerb);
