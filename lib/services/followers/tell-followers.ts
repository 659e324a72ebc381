import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { isAmong } from "@/lib/db/is-among";
import { members, threadFollowers } from "@/lib/db/schema";
import { tellMembers } from "../notifications/tell-members";

type Answered = { workspaceId: string; threadIds: number[]; at: Date };

/** Tells those who follow a thread that its lead has answered, once an answer, in the transaction that stores the answers. */
export async function tellFollowers(tx: Database, { workspaceId, threadIds, at }: Answered): Promise<void> {
  const followers = await tx
    .select({ memberId: threadFollowers.memberId, threadId: threadFollowers.threadId })
    .from(threadFollowers)
    .innerJoin(members, eq(members.id, threadFollowers.memberId))
    .where(and(isAmong(threadFollowers.threadId, threadIds), isNull(members.deactivatedAt)));
  if (followers.length === 0) return;
  const told = threadIds.flatMap((answered) => followers.filter(({ threadId }) => threadId === answered));
  await tellMembers(
    tx,
    { workspaceId, byId: null, at },
    told.map(({ memberId, threadId }) => ({ memberId, kind: "followed_answered", threadId })),
  );
}
