import { eq } from "drizzle-orm";
import { memberInvitations } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { ownInvitation } from "./own-invitation";
import type { InvitationInput } from "./schemas";

/** Takes an invitation back: its link leads nowhere from now on. @throws AppError `not_found`, `conflict` `invitation_used` */
export async function revokeInvitation(
  { actor, db, now }: Context,
  { invitationId }: InvitationInput,
): Promise<{ invitationId: string }> {
  may(actor, "team.manage");
  return db.transaction(async (tx) => {
    await ownInvitation(tx, actor, invitationId);
    await tx.update(memberInvitations).set({ revokedAt: now() }).where(eq(memberInvitations.id, invitationId));
    await record(tx, actor, "member.invitation_revoked", { subjectId: invitationId });
    return { invitationId };
  });
}
