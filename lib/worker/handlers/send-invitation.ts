import { and, eq, isNull } from "drizzle-orm";
import { decrypt } from "@/lib/core/secrets";
import { mailboxes, memberInvitations } from "@/lib/db/schema";
import { domainOf } from "@/lib/domain/address";
import { invitationMessageId } from "@/lib/domain/invitation-mail";
import { paragraphsOf } from "@/lib/domain/plain-text";
import { composeReply } from "@/lib/mail/mime/compose";
import { sealOf, type InvitationMail } from "@/lib/services/member-invitations/issue-secret";
import { record } from "@/lib/services/record";
import type { WorkerDeps } from "../deps";
import { transportFor } from "../transport-for";

type Order = { invitationId: string; hash: string; sealed: string };
type Mailbox = typeof mailboxes.$inferSelect;
type Invitation = typeof memberInvitations.$inferSelect;

/** Nothing to send by: disabled, removed, or without a server. */
const NO_MAILBOX = "mailbox";

/**
 * Sends the mail with an invitation's link, once: the row decides, and an order whose link was replaced does nothing. How it ended is
 * written down; what may pass (a server that is away) fails the job, so that it is tried again.
 */
export async function sendInvitation(deps: WorkerDeps, { invitationId, hash, sealed }: Order): Promise<void> {
  const { db, now } = deps;
  const [row] = await db
    .select({ invitation: memberInvitations, mailbox: mailboxes })
    .from(memberInvitations)
    .innerJoin(mailboxes, eq(mailboxes.id, memberInvitations.mailboxId))
    .where(
      and(
        eq(memberInvitations.id, invitationId),
        eq(memberInvitations.hash, hash),
        isNull(memberInvitations.sentAt),
        isNull(memberInvitations.acceptedAt),
        isNull(memberInvitations.revokedAt),
      ),
    );
  if (!row || row.invitation.expiresAt <= now()) return;
  const mail = JSON.parse(decrypt(sealed, sealOf(invitationId))) as InvitationMail;
  const failure = await handOver(deps, row, mail);
  await db.transaction(async (tx) => {
    await tx
      .update(memberInvitations)
      .set(failure ? { failedReason: failure.reason } : { failedReason: null, sentAt: now() })
      .where(and(eq(memberInvitations.id, invitationId), eq(memberInvitations.hash, hash)));
    const kind = failure ? "member.invitation_failed" : "member.invitation_sent";
    const data = failure ? { reason: failure.reason } : {};
    await record(tx, { workspaceId: row.invitation.workspaceId }, kind, { subjectId: invitationId, data });
  });
  if (failure?.mayPass) throw new Error(`an invitation could not leave: ${failure.reason}`);
}

/** @returns why it did not leave, and whether that may pass; null when it left */
async function handOver(
  deps: WorkerDeps,
  { mailbox, invitation }: { mailbox: Mailbox; invitation: Invitation },
  mail: InvitationMail,
): Promise<{ reason: string; mayPass: boolean } | null> {
  const { address } = mailbox;
  const isUsable = !mailbox.disabledAt && !mailbox.removedAt && mailbox.engine !== "smartlead";
  const transport = isUsable ? await transportFor(mailbox, deps) : null;
  if (!transport) return { reason: NO_MAILBOX, mayPass: false };
  const raw = await composeReply({
    from: { name: mailbox.displayName, address },
    to: [{ name: invitation.name, address: invitation.email }],
    cc: [],
    bcc: [],
    subject: mail.subject,
    messageId: invitationMessageId(`${invitation.id}.${invitation.hash.slice(-8)}`, domainOf(address)),
    inReplyTo: "",
    references: [],
    date: deps.now(),
    bodyHtml: paragraphsOf(mail.text),
    isPlain: true,
    signatureHtml: null,
    quote: null,
    timeZone: "UTC",
    attachments: [],
  });
  const result = await transport.send({ from: address, to: [invitation.email] }, raw, () => Promise.resolve());
  if (result.kind === "accepted") return null;
  // A second mail with the same link does no harm.
  if (result.kind === "unknown") return { reason: "network", mayPass: true };
  return { reason: result.reason, mayPass: result.temporary };
}
