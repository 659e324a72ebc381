import { and, eq, inArray } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { members, teamMembers } from "@/lib/db/schema";
import { notifyChange } from "@/lib/realtime/notify";
import { writeGrants } from "../access/write-grants";
import type { Actor } from "../context";
import type { AddTeamInput } from "./schemas";

/**
 * Exactly these are a team's members and grants from now on, in the caller's transaction.
 * @throws AppError `not_found` (member, mailbox, campaign, client)
 */
export async function writeTeam(
  tx: Database,
  actor: Actor,
  { teamId, grants, ...input }: { teamId: string } & Omit<AddTeamInput, "name">,
): Promise<void> {
  const { workspaceId } = actor;
  const memberIds = [...new Set(input.memberIds)];
  const isOne = and(inArray(members.id, memberIds), eq(members.workspaceId, workspaceId));
  if ((await tx.$count(members, isOne)) < memberIds.length) throw new AppError("not_found", { reason: "member" });
  await tx.delete(teamMembers).where(eq(teamMembers.teamId, teamId));
  if (memberIds.length > 0) await tx.insert(teamMembers).values(memberIds.map((memberId) => ({ teamId, memberId })));
  await writeGrants(tx, actor, { teamId }, grants);
  await notifyChange(tx, { workspaceId, kind: "access" });
}
