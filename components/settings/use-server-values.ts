import { useState, type ChangeEvent } from "react";
import type { ServerGuess } from "@/lib/services/mailboxes/schemas";
import type { MailboxItem } from "./mailbox-item";

type Side = "imap" | "smtp";
type Name = `${Side}${"Host" | "Port" | "Security" | "User"}`;
export type ServerValues = ReturnType<typeof useServerValues>;

const USUAL = { imapPort: "993", smtpPort: "465", imapSecurity: "tls", smtpSecurity: "tls" };

/**
 * What stands in the fields of a mailbox's servers: what was typed, else what is stored, else what was guessed. A guess comes into
 * fields that nobody has touched, and changes with the address.
 */
export function useServerValues(mailbox: MailboxItem | undefined, guess: ServerGuess | undefined) {
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({});
  const given = mailbox ? storedValues(mailbox) : guessedValues(guess);
  const valueOf = (name: Name): string => typed[name] ?? given[name] ?? (USUAL as Partial<typeof given>)[name] ?? "";
  return {
    /** The name, value and change of a field. */
    of: (name: Name) => ({
      name,
      value: valueOf(name),
      onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
        setTyped((before) => ({ ...before, [name]: target.value })),
    }),
    /** A side as one reads it, such as `imap.acme.test:993`; null while it has no server. */
    shown: (side: Side): string | null =>
      valueOf(`${side}Host`) ? `${valueOf(`${side}Host`)}:${valueOf(`${side}Port`)}` : null,
    /** Whether a field holds what is stored: a stored password stays with its server. */
    isStored: (name: Name): boolean => mailbox !== undefined && valueOf(name) === given[name],
    isTyped: Object.keys(typed).length > 0,
  };
}

const storedValues = (mailbox: MailboxItem): Partial<Record<Name, string>> => ({
  ...sideOf("imap", mailbox),
  ...sideOf("smtp", mailbox),
});

const sideOf = (side: Side, mailbox: MailboxItem) => ({
  [`${side}Host`]: mailbox[`${side}Host`] ?? "",
  [`${side}Port`]: String(mailbox[`${side}Port`] ?? ""),
  [`${side}Security`]: mailbox[`${side}Security`] ?? "tls",
  [`${side}User`]: mailbox[`${side}User`] ?? "",
});

function guessedValues(guess: ServerGuess | undefined): Partial<Record<Name, string>> {
  if (!guess?.imap || !guess.smtp) return {};
  const { imap, smtp, user } = guess;
  return {
    imapHost: imap.host,
    imapPort: String(imap.port),
    imapSecurity: imap.security,
    imapUser: user ?? "",
    smtpHost: smtp.host,
    smtpPort: String(smtp.port),
    smtpSecurity: smtp.security,
  };
}
