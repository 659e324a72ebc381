import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { mailboxes, memberInvitations, members } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { type InvitationRow, mayInvite } from "./open-invitation-for";
import type { InvitationState, InvitationView } from "./schemas";

/** How long an invitation that came to nothing is still shown. */
const KEPT_MS = 30 * 86_400_000;

/**
 * The invitations that wait or came to nothing lately, newest first; who joined stands among the members. One whose inviter may invite
 * no longer is over, until somebody else sends it again.
 */
export async function listInvitations({ actor, db, now }: Context): Promise<InvitationView[]> {
  may(actor, "team.manage");
  const at = now();
  const rows = await db
    .select({
      invitation: memberInvitations,
      mailbox: mailboxes.address,
      invitedBy: members.name,
      counts: sql<boolean>`${mayInvite}`,
    })
    .from(memberInvitations)
    .innerJoin(members, eq(members.id, memberInvitations.invitedById))
    .leftJoin(mailboxes, eq(mailboxes.id, memberInvitations.mailboxId))
    .where(
      and(
        eq(memberInvitations.workspaceId, actor.workspaceId),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
        gt(memberInvitations.expiresAt, new Date(at.getTime() - KEPT_MS)),
      ),
    )
    .orderBy(desc(memberInvitations.createdAt));
  return rows.map(({ invitation, mailbox, invitedBy, counts }) => ({
    id: invitation.id,
    email: invitation.email,
    name: invitation.name,
    role: invitation.role,
    state: counts ? stateOf(invitation, at) : "expired",
    failedReason: invitation.failedReason,
    mailbox,
    invitedBy,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  }));
}

function stateOf(row: InvitationRow, at: Date): InvitationState {
  if (row.expiresAt <= at) return "expired";
  if (row.failedReason) return "failed";
  if (row.mailboxId === null) return "link";
  return row.sentAt ? "sent" : "leaving";
}
