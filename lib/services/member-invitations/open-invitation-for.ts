import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Database } from "@/lib/db/client";
import { memberInvitations, members, workspaces } from "@/lib/db/schema";
import { rolesWith } from "@/lib/domain/permissions";
import { isSandboxActive } from "@/lib/services/sandbox/is-sandbox-active";

export type InvitationRow = typeof memberInvitations.$inferSelect;

/**
 * The invitation of a link's secret (`hash`) or of an address, locked, if it still counts: not used, not taken back, not too old, and
 * whoever gave it out may still invite. Else who is shut out could come back by a link that they kept.
 */
export async function openInvitationFor(
  tx: Database,
  by: { hash: string } | { email: string },
  at: Date,
): Promise<InvitationRow | null> {
  const [found] = await tx
    .select({ invitation: memberInvitations, kind: workspaces.kind })
    .from(memberInvitations)
    .innerJoin(workspaces, eq(workspaces.id, memberInvitations.workspaceId))
    .innerJoin(members, eq(members.id, memberInvitations.invitedById))
    .where(
      and(
        "hash" in by ? eq(memberInvitations.hash, by.hash) : eq(memberInvitations.email, by.email),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, at),
        mayInvite,
      ),
    )
    .orderBy(desc(memberInvitations.createdAt))
    .limit(1)
    .for("update", { of: memberInvitations });
  if (!found) return null;
  if (found.kind === "sandbox" && !(await isSandboxActive(tx))) return null;
  return found.invitation;
}

/** Of who gave an invitation's link out last: works here, and may invite. A condition on `members`. */
export const mayInvite = and(isNull(members.deactivatedAt), inArray(members.role, [...rolesWith("team.manage")]))!;
