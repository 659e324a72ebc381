import type { mailboxes } from "@/lib/db/schema";
import type { ImapConfig } from "@/lib/mail/imap/config";
import { freshAccessToken } from "@/lib/services/mailboxes/fresh-access-token";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import type { WorkerDeps } from "./deps";

type Mailbox = typeof mailboxes.$inferSelect;

/**
 * How to reach a mailbox's IMAP server and sign in there, with a fresh token where it does so by OAuth2.
 * @throws what `imapFailureOf` reads; Error when the mailbox has no server or no password (the sandbox's)
 */
export async function imapConfigOf({ db, now }: WorkerDeps, mailbox: Mailbox): Promise<ImapConfig> {
  const server = imapServerOf(mailbox);
  if (mailbox.signIn !== "password") return { ...server, accessToken: await freshAccessToken(db, now, mailbox.id) };
  const { imapPassword: password } = mailboxSecrets(mailbox);
  if (password === null) throw new Error("a mailbox without a password");
  return { ...server, password };
}

/** The server alone, for whoever does not sign in. @throws Error when the mailbox has none */
export function imapServerOf({ imapHost: host, imapPort: port, imapSecurity, imapUser: user }: Mailbox): ImapConfig {
  if (!host || !port || !imapSecurity || !user) throw new Error("a mailbox without an IMAP server");
  return { host, port, security: imapSecurity, user, password: "" };
}

/** Equal as long as a connection that is open may stay open. */
export const imapFingerprint = (mailbox: Mailbox): string =>
  JSON.stringify([
    mailbox.imapHost,
    mailbox.imapPort,
    mailbox.imapSecurity,
    mailbox.imapUser,
    mailbox.imapPassword,
    mailbox.signIn,
  ]);
