import { decrypt, encrypt } from "@/lib/core/secrets";

type Sealed = { id: string; imapPassword: string | null; smtpPassword: string | null };

/** A mailbox's passwords in the clear, for whoever connects. Never logged, never returned by a verb. */
export function mailboxSecrets({ id, imapPassword, smtpPassword }: Sealed) {
  return {
    imapPassword: imapPassword === null ? null : decrypt(imapPassword, contextOf(id, "imap")),
    smtpPassword: smtpPassword === null ? null : decrypt(smtpPassword, contextOf(id, "smtp")),
  };
}

/** The passwords that were typed, sealed to this mailbox and side. */
export function sealSecrets(
  id: string,
  { imapPassword, smtpPassword }: { imapPassword: string; smtpPassword: string },
) {
  return {
    ...(imapPassword ? { imapPassword: encrypt(imapPassword, contextOf(id, "imap")) } : {}),
    ...(smtpPassword ? { smtpPassword: encrypt(smtpPassword, contextOf(id, "smtp")) } : {}),
  };
}

const contextOf = (id: string, side: "imap" | "smtp") => `mailbox:${id}:${side}`;
