import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { members, threads } from "@/lib/db/schema";
import type { Actor } from "../context";
import { carryOver } from "./carry-over";
import { leadsOfThreads } from "./leads-at-smartlead";

/**
 * Carries over whose threads are now. Smartlead counts its team by numbers that no call lists, so an admin says who is who; where
 * nobody has, owners stay here.
 */
export async function carryOwners(
  tx: Database,
  by: Pick<Actor, "workspaceId"> & Partial<Actor>,
  threadIds: number[],
): Promise<void> {
  const leads = await leadsOfThreads(tx, threadIds);
  if (leads.length === 0 || !(await isAnybodyKnown(tx, by.workspaceId))) return;
  const owners = await tx
    .select({ threadId: threads.id, assigneeId: threads.assigneeId, remoteId: members.smartleadMemberId })
    .from(threads)
    .leftJoin(members, eq(members.id, threads.assigneeId))
    .where(inArray(threads.id, threadIds));
  const ownerOf = new Map(owners.map((owner) => [owner.threadId, owner]));
  const wanted = leads.map(({ connectionId, threadId, leadMapId }) => {
    const { assigneeId = null, remoteId = null } = ownerOf.get(threadId) ?? {};
    const payload = { email_lead_map_id: leadMapId, team_member_id: remoteId };
    const isUnknown = assigneeId !== null && remoteId === null;
    return { connectionId, threadId, payload, ...(isUnknown ? { refused: "no_such_member" } : {}) };
  });
  await carryOver(tx, by, "team_member", wanted);
}

async function isAnybodyKnown(tx: Database, workspaceId: string): Promise<boolean> {
  const known = and(eq(members.workspaceId, workspaceId), isNotNull(members.smartleadMemberId));
  return (await tx.$count(members, known)) > 0;
}
