import { newSecret } from "@/lib/core/ids";
import { hashSecret } from "@/lib/core/secrets";
import { calendarFeeds } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import type { MakeCalendarFeedInput } from "./schemas";

/** Makes the actor's calendar feed, or a new one in place of the former, whose address ends. `secret` is answered this once; only its hash is kept. */
export async function makeCalendarFeed(
  { actor, db, now }: Context,
  _input: MakeCalendarFeedInput = {},
): Promise<{ secret: string }> {
  may(actor, "plan.read");
  const { workspaceId, memberId } = actor;
  const secret = newSecret();
  const fresh = { secretHash: hashSecret(secret), createdAt: now(), lastReadAt: null };
  await db.transaction(async (tx) => {
    await tx
      .insert(calendarFeeds)
      .values({ workspaceId, memberId, ...fresh })
      .onConflictDoUpdate({ target: calendarFeeds.memberId, set: fresh });
    await record(tx, actor, "calendar_feed.made", { subjectId: memberId });
  });
  return { secret };
}
