import type { mailboxes } from "@/lib/db/schema";
import type { ImapConfig } from "@/lib/mail/imap/config";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";

type Mailbox = typeof mailboxes.$inferSelect;

/** How to reach a mailbox's IMAP server. @throws when the mailbox has none (the sandbox's) */
export function imapConfigOf(mailbox: Mailbox): ImapConfig {
  const { imapHost: host, imapPort: port, imapSecurity: security, imapUser: user } = mailbox;
  const { imapPassword: password } = mailboxSecrets(mailbox);
  if (!host || !port || !security || !user || password === null) throw new Error("a mailbox without an IMAP server");
  return { host, port, security, user, password };
}

/** Equal as long as a connection that is open may stay open. */
export const imapFingerprint = (mailbox: Mailbox): string =>
  JSON.stringify([mailbox.imapHost, mailbox.imapPort, mailbox.imapSecurity, mailbox.imapUser, mailbox.imapPassword]);
