"use server";

import { makeCalendarFeed } from "@/lib/services/calendar-feeds/make-calendar-feed";
import { revokeCalendarFeed } from "@/lib/services/calendar-feeds/revoke-calendar-feed";
import { MakeCalendarFeedInput, RevokeCalendarFeedInput } from "@/lib/services/calendar-feeds/schemas";
import { action } from "./action";

export const makeFeed = action(MakeCalendarFeedInput, makeCalendarFeed);
export const revokeFeed = action(RevokeCalendarFeedInput, revokeCalendarFeed);
