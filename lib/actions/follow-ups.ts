"use server";

import { planFollowUps as planFollowUpsVerb } from "@/lib/services/follow-ups/plan-follow-ups";
import { reopenFollowUps as reopenFollowUpsVerb } from "@/lib/services/follow-ups/reopen-follow-ups";
import { PlanFollowUpsInput, ReopenFollowUpsInput, StopFollowUpsInput } from "@/lib/services/follow-ups/schemas";
import { stopFollowUps as stopFollowUpsVerb } from "@/lib/services/follow-ups/stop-follow-ups";
import { action } from "./action";

export const planFollowUps = action(PlanFollowUpsInput, planFollowUpsVerb);
export const reopenFollowUps = action(ReopenFollowUpsInput, reopenFollowUpsVerb);
export const stopFollowUps = action(StopFollowUpsInput, stopFollowUpsVerb);
