import { z } from "zod";

export const MakeCalendarFeedInput = z.strictObject({});
export type MakeCalendarFeedInput = z.infer<typeof MakeCalendarFeedInput>;

export const RevokeCalendarFeedInput = z.strictObject({});
export type RevokeCalendarFeedInput = z.infer<typeof RevokeCalendarFeedInput>;

/** A member's feed as it is shown: never its secret. Times are ISO 8601 in UTC. */
export type CalendarFeedView = { madeAt: string; lastReadAt: string | null };
