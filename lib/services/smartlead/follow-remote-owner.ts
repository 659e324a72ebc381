import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, smartleadActions, threads } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";

type Told = {
  workspaceId: string;
  threadId: number;
  /** Its team member as Smartlead said last, and as it says now. */
  former: string | null;
  teamMemberId: string | null;
  at: Date;
};

/**
 * A thread that was given to somebody at Smartlead is theirs here as well, where an admin has said who that is. Only a change there
 * is news, and what is still on its way to Smartlead stands.
 * @returns whether the thread has changed
 */
export async function followRemoteOwner(
  tx: Database,
  { workspaceId, threadId, former, teamMemberId, at }: Told,
): Promise<boolean> {
  if (former === teamMemberId || (await isOnItsWay(tx, threadId))) return false;
  const formerId = await memberAt(tx, workspaceId, former);
  const assigneeId = await memberAt(tx, workspaceId, teamMemberId);
  if (teamMemberId !== null && assigneeId === null) return false;
  // Taken from whom it had been given to there; who has it here by another's word keeps it.
  const isFormers = formerId === null ? isNull(threads.assigneeId) : eq(threads.assigneeId, formerId);
  const changed = await tx
    .update(threads)
    .set({ assigneeId, assignedAt: assigneeId === null ? null : at })
    .where(and(eq(threads.id, threadId), teamMemberId === null ? isFormers : undefined))
    .returning({ id: threads.id });
  if (changed.length === 0) return false;
  // Who saw it as its owner alone does not see it any more, and is told so only of lists.
  await notifyChange(tx, { workspaceId, kind: "threads", threadIds: [threadId] });
  return true;
}

async function memberAt(tx: Database, workspaceId: string, remoteId: string | null): Promise<string | null> {
  if (remoteId === null) return null;
  const isIt = and(
    eq(members.workspaceId, workspaceId),
    eq(members.smartleadMemberId, remoteId),
    isNull(members.deactivatedAt),
  );
  const [member] = await tx.select({ id: members.id }).from(members).where(isIt).limit(1);
  return member?.id ?? null;
}

async function isOnItsWay(tx: Database, threadId: number): Promise<boolean> {
  const pending = and(
    eq(smartleadActions.threadId, threadId),
    eq(smartleadActions.kind, "team_member"),
    eq(smartleadActions.state, "pending"),
  );
  return (await tx.$count(smartleadActions, pending)) > 0;
}
