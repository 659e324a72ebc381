import { eq } from "drizzle-orm";
import { calendarFeeds } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { RevokeCalendarFeedInput } from "./schemas";

/** Ends the address of the actor's calendar feed at once. Where there is none, nothing changes. */
export async function revokeCalendarFeed(
  { actor, db }: Context,
  _input: RevokeCalendarFeedInput = {},
): Promise<{ isRevoked: boolean }> {
  may(actor, "plan.read");
  const { memberId } = actor;
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.memberId, memberId))
      .returning({ id: calendarFeeds.id });
    if (gone.length > 0) await record(tx, actor, "calendar_feed.revoked", { subjectId: memberId });
    return { isRevoked: gone.length > 0 };
  });
}
