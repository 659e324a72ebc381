import { decrypt, encrypt, reseal } from "@/lib/core/secrets";

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

/** A mailbox's secrets moved to the present key: only those that lie under the former one. @throws when one can be read with neither */
export function resealSecrets(row: Sealed & { oauthTokens: string | null }) {
  const moved = (sealed: string | null, part: Part) => sealed && reseal(sealed, contextOf(row.id, part));
  const [imapPassword, smtpPassword, oauthTokens] = [
    moved(row.imapPassword, "imap"),
    moved(row.smtpPassword, "smtp"),
    moved(row.oauthTokens, "oauth"),
  ];
  return {
    ...(imapPassword ? { imapPassword } : {}),
    ...(smtpPassword ? { smtpPassword } : {}),
    ...(oauthTokens ? { oauthTokens } : {}),
  };
}

/** The tokens of a mailbox that signs in by OAuth2; the access token's end is in ms since 1970. */
export type OauthTokens = { refreshToken: string; accessToken: string; expiresAt: number };

export const sealTokens = (id: string, tokens: OauthTokens): string =>
  encrypt(JSON.stringify(tokens), contextOf(id, "oauth"));

export const openTokens = (id: string, sealed: string): OauthTokens =>
  JSON.parse(decrypt(sealed, contextOf(id, "oauth"))) as OauthTokens;

type Part = "imap" | "smtp" | "oauth";

const contextOf = (id: string, part: Part) => `mailbox:${id}:${part}`;
