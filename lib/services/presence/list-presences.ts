import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import { members, presences } from "@/lib/db/schema";
import { PRESENCE_MS, presentThreads, type PresentThread } from "@/lib/domain/presence";
import { isOfSeenThread } from "../access/threads-of";
import { may, type Context } from "../context";

/** Who else has which of the threads open that the actor sees; what was not heard of for a minute counts no more. */
export async function listPresences({ actor, db, now }: Context): Promise<PresentThread[]> {
  may(actor, "presence.share");
  const heard = await db
    .select({ threadId: presences.threadId, id: members.id, name: members.name, state: presences.state })
    .from(presences)
    .innerJoin(members, eq(members.id, presences.memberId))
    .where(
      and(
        eq(presences.workspaceId, actor.workspaceId),
        gt(presences.seenAt, new Date(now().getTime() - PRESENCE_MS)),
        ne(presences.memberId, actor.memberId),
        isNull(members.deactivatedAt),
        ne(members.role, "client"),
        isOfSeenThread(actor, presences.threadId),
      ),
    )
    .orderBy(asc(presences.threadId));
  return presentThreads(heard);
}
