import { eq } from "drizzle-orm";
import { memberInvitations } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { issueSecret, orderInvitation, type WriteInvitation } from "./issue-secret";
import { ownInvitation } from "./own-invitation";
import type { InvitationInput } from "./schemas";
import { usableMailbox } from "./usable-mailbox";

/**
 * Gives an invitation that was not used a new link and another week; the former link counts no longer, and it is the actor's invitation from then on. Its mail leaves again by
 * the mailbox of before. @throws AppError `not_found`; `conflict` `invitation_used`, or for a mailbox that cannot send
 */
export async function resendInvitation(
  { actor, db, now }: Context,
  { invitationId }: InvitationInput,
  write: WriteInvitation,
): Promise<{ invitationId: string; email: string; secret: string }> {
  may(actor, "team.manage");
  const { secret, hash, expiresAt } = issueSecret(now());
  return db.transaction(async (tx) => {
    const { email, name, mailboxId } = await ownInvitation(tx, actor, invitationId);
    if (mailboxId) await usableMailbox(tx, actor, mailboxId);
    await tx
      .update(memberInvitations)
      .set({ hash, expiresAt, invitedById: actor.memberId, sentAt: null, failedReason: null })
      .where(eq(memberInvitations.id, invitationId));
    if (mailboxId)
      await orderInvitation(tx, { id: invitationId, hash }, await write({ name, secret, until: expiresAt }));
    await record(tx, actor, "member.invited_again", { subjectId: invitationId });
    return { invitationId, email, secret };
  });
}
