import { and, eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { memberInvitations } from "@/lib/db/schema";
import type { Actor } from "@/lib/services/context";
import type { InvitationRow } from "./open-invitation-for";

/** An invitation of the actor's workspace for changing. @throws AppError `not_found`, `conflict` `invitation_used` */
export async function ownInvitation(
  tx: Database,
  { workspaceId }: Actor,
  invitationId: string,
): Promise<InvitationRow> {
  const [found] = await tx
    .select()
    .from(memberInvitations)
    .where(and(eq(memberInvitations.id, invitationId), eq(memberInvitations.workspaceId, workspaceId)))
    .for("update");
  if (!found) throw new AppError("not_found", { reason: "member_invitation" });
  if (found.acceptedAt || found.revokedAt) throw new AppError("conflict", { reason: "invitation_used" });
  return found;
}
