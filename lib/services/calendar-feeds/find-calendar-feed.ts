import { eq } from "drizzle-orm";
import { calendarFeeds } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import type { CalendarFeedView } from "./schemas";

/** The actor's own calendar feed; null when there is none. */
export async function findCalendarFeed({ actor, db }: Context): Promise<CalendarFeedView | null> {
  may(actor, "plan.read");
  const [feed] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.memberId, actor.memberId));
  return feed ? { madeAt: feed.createdAt.toISOString(), lastReadAt: feed.lastReadAt?.toISOString() ?? null } : null;
}
