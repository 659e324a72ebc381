import { eq } from "drizzle-orm";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";
import { memberInvitations, members } from "@/lib/db/schema";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { issueSecret, orderInvitation, type WriteInvitation } from "./issue-secret";
import { openInvitationFor } from "./open-invitation-for";
import type { InviteMemberInput } from "./schemas";
import { usableMailbox } from "./usable-mailbox";

/**
 * Invites somebody into the actor's workspace: a link that counts once, for a week, and a mail with it if a mailbox is chosen.
 * @returns the link's secret, which is answered this once
 * @throws AppError `conflict` `email_taken` when anybody has the address, `invited_already` while an invitation to it is open;
 *   `not_found` or `conflict` for a mailbox that cannot send
 */
export async function inviteMember(
  { actor, db, now }: Context,
  { email, name, role, mailboxId }: InviteMemberInput,
  write: WriteInvitation,
): Promise<{ invitationId: string; email: string; secret: string }> {
  may(actor, "team.manage");
  const at = now();
  const { secret, hash, expiresAt } = issueSecret(at);
  return db.transaction(async (tx) => {
    await requireFree(tx, { workspaceId: actor.workspaceId, email, at });
    if (mailboxId) await usableMailbox(tx, actor, mailboxId);
    const { workspaceId, memberId: invitedById } = actor;
    const [row] = await tx
      .insert(memberInvitations)
      .values({ workspaceId, email, name, role, hash, mailboxId, invitedById, createdAt: at, expiresAt })
      .returning({ id: memberInvitations.id });
    const invitationId = row!.id;
    if (mailboxId)
      await orderInvitation(tx, { id: invitationId, hash }, await write({ name, secret, until: expiresAt }));
    await record(tx, actor, "member.invited", { subjectId: invitationId, data: { role, byMail: mailboxId !== null } });
    return { invitationId, email, secret };
  });
}

async function requireFree(
  tx: Database,
  { workspaceId, email, at }: { workspaceId: string; email: string; at: Date },
): Promise<void> {
  const refused = (reason: string) => new AppError("conflict", { reason, fields: [{ path: "email", reason }] });
  const [taken] = await tx.select({ id: members.id }).from(members).where(eq(members.email, email));
  if (taken) throw refused("email_taken");
  const open = await openInvitationFor(tx, { email }, at);
  if (open?.workspaceId === workspaceId) throw refused("invited_already");
}
