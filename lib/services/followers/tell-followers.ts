import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, threadFollowers } from "@/lib/db/schema";
import { tellMembers } from "../notifications/tell-members";

type Answered = { workspaceId: string; threadId: number; at: Date };

/** Tells those who follow a thread that its lead has answered, in the transaction that stores the answer. */
export async function tellFollowers(tx: Database, { workspaceId, threadId, at }: Answered): Promise<void> {
  const followers = await tx
    .select({ memberId: threadFollowers.memberId })
    .from(threadFollowers)
    .innerJoin(members, eq(members.id, threadFollowers.memberId))
    .where(and(eq(threadFollowers.threadId, threadId), isNull(members.deactivatedAt)));
  await tellMembers(
    tx,
    { workspaceId, byId: null, at },
    followers.map(({ memberId }) => ({ memberId, kind: "followed_answered", threadId })),
  );
}
