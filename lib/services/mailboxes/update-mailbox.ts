import { eq } from "drizzle-orm";
import { AppError, type FieldProblem } from "@/lib/core/errors";
import { mailboxes } from "@/lib/db/schema";
import { sameAddress } from "@/lib/domain/address";
import { notifyChange } from "@/lib/realtime/notify";
import { may, type Context } from "@/lib/services/context";
import { record } from "@/lib/services/record";
import { releaseHeldReplies } from "@/lib/services/replies/release-held-replies";
import { cleanSignature } from "./clean-signature";
import { forgetPlacesElsewhere } from "./forget-places";
import { mailboxOf } from "./mailbox-of";
import { mailboxSecrets, sealSecrets } from "./mailbox-secrets";
import { viewOfMailbox, type MailboxRow, type MailboxView } from "./mailbox-view";
import { findOauthProvider } from "./oauth-providers";
import { refuseOpenServers } from "./refuse-open-servers";
import type { UpdateMailboxInput } from "./schemas";

/**
 * Changes a mailbox; an empty password keeps the stored one, or follows receiving's where both were one. Whoever reads the mailbox
 * connects anew at once.
 * @throws AppError `forbidden`, `not_found`, `conflict` (`address_fixed`, `sandbox`),
 *   `invalid` (`tls_required`, `password_needed` where a host changed and the password was kept), `unprocessable` (`no_oauth`)
 */
export async function updateMailbox({ actor, db }: Context, typed: UpdateMailboxInput): Promise<MailboxView> {
  may(actor, "mailbox.manage");
  refuseOpenServers(typed);
  return db.transaction(async (tx) => {
    const former = await mailboxOf(tx, actor, typed.mailboxId);
    const input = { ...typed, smtpPassword: sendingPassword(former, typed) };
    const { mailboxId, address, imapPassword, smtpPassword, signatureHtml, displayName, ...plain } = input;
    if (former.engine !== "smtp") throw new AppError("conflict", { reason: "sandbox" });
    if (!sameAddress(former.address, address))
      throw new AppError("conflict", {
        reason: "address_fixed",
        fields: [{ path: "address", reason: "address_fixed" }],
      });
    const signIn = input.signIn ?? former.signIn;
    if (signIn === "password") refuseSendingElsewhere(former, input);
    else if (!findOauthProvider(signIn)) throw new AppError("unprocessable", { reason: "no_oauth" });
    const [row] = await tx
      .update(mailboxes)
      .set({
        ...plain,
        signIn,
        ...sealSecrets(mailboxId, { imapPassword, smtpPassword }),
        ...(displayName === undefined ? {} : { displayName }),
        ...(signatureHtml === undefined ? {} : { signatureHtml: cleanSignature(signatureHtml) }),
        // Tokens are one provider's and go to no other server; a password that is given up is not kept.
        ...(signIn === former.signIn && isSameServers(former, input)
          ? {}
          : { oauthTokens: null, oauthExpiresAt: null }),
        ...(signIn === "password" ? {} : { imapPassword: null, smtpPassword: null }),
        nextAttemptAt: null,
      })
      .where(eq(mailboxes.id, mailboxId))
      .returning();
    await forgetPlacesElsewhere(tx, former, input);
    await releaseHeldReplies(tx, mailboxId);
    await record(tx, actor, "mailbox.updated", { subjectId: mailboxId });
    await notifyChange(tx, { workspaceId: actor.workspaceId, kind: "mailbox", mailboxId });
    return viewOfMailbox(row!);
  });
}

/** One password for both servers stays one: a new one for receiving is sending's too. Another one for sending is kept. */
function sendingPassword(former: MailboxRow, { imapPassword, smtpPassword }: UpdateMailboxInput): string {
  if (smtpPassword || !imapPassword) return smtpPassword;
  return hadOnePassword(former) ? imapPassword : "";
}

function hadOnePassword(former: MailboxRow): boolean {
  if (former.smtpPassword === null) return true;
  try {
    const { imapPassword, smtpPassword } = mailboxSecrets(former);
    return imapPassword === smtpPassword;
  } catch {
    // Sealed by a key that is gone: of no use to anybody.
    return true;
  }
}

const isSameServers = (former: MailboxRow, { imapHost, smtpHost }: UpdateMailboxInput): boolean =>
  former.imapHost === imapHost && former.smtpHost === smtpHost;

/** A stored password goes to no other server than the one that it was typed for. */
function refuseSendingElsewhere(former: MailboxRow, input: UpdateMailboxInput): void {
  const fields: FieldProblem[] = [];
  if (former.imapPassword === null && !input.imapPassword) fields.push({ path: "imapPassword", reason: "empty" });
  else if (former.imapHost !== input.imapHost && !input.imapPassword)
    fields.push({ path: "imapPassword", reason: "password_needed" });
  // The one that is then typed for receiving is sending's too.
  if (fields.length > 0 && !input.smtpPassword && hadOnePassword(former)) throw new AppError("invalid", { fields });
  if (former.smtpPassword === null && !input.smtpPassword) fields.push({ path: "smtpPassword", reason: "empty" });
  else if (former.smtpHost !== input.smtpHost && !input.smtpPassword)
    fields.push({ path: "smtpPassword", reason: "password_needed" });
  if (fields.length > 0) throw new AppError("invalid", { fields });
}
