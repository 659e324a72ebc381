import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import type { MailboxRow } from "@/lib/services/mailboxes/mailbox-view";
import type { MailboxRowValues } from "./mailbox-row-schema";

type Security = "tls" | "starttls" | "none";
type Side = { host: string | null; port: number; security: Security; user: string; password: string | null };
/** `imapPassword` and `smtpPassword` are in the clear, and null where none is known; they never leave the verb. */
export type MergedMailbox = ReturnType<typeof mergedMailbox>;

/**
 * A mailbox's settings after a row: what it does not say stays as it was, or is what goes without saying (the address as user,
 * the usual port of a kind of encryption and the other way round). A new one has the time zone `zone`.
 */
export function mergedMailbox(former: MailboxRow | null, row: MailboxRowValues, zone: string) {
  const known = former && mailboxSecrets(former);
  // Who signs in with the provider has no password, whatever a row says.
  const hasPassword = (former?.signIn ?? "password") === "password";
  const imap = sideOf(row, "imap", {
    host: former?.imapHost,
    port: former?.imapPort,
    security: former?.imapSecurity,
    user: former?.imapUser,
    password: known?.imapPassword,
  });
  const smtp = sideOf(row, "smtp", {
    host: former?.smtpHost,
    port: former?.smtpPort,
    security: former?.smtpSecurity,
    user: former?.smtpUser,
    password: known?.smtpPassword,
  });
  return {
    address: former?.address ?? row.address,
    displayName: row.displayName ?? former?.displayName ?? "",
    imapHost: imap.host,
    imapPort: imap.port,
    imapSecurity: imap.security,
    imapUser: imap.user,
    imapPassword: hasPassword ? imap.password : null,
    smtpHost: smtp.host,
    smtpPort: smtp.port,
    smtpSecurity: smtp.security,
    smtpUser: smtp.user,
    smtpPassword: hasPassword ? smtp.password : null,
    timeZone: row.timeZone ?? former?.timeZone ?? zone,
    dailyCap: row.dailyCap ?? former?.dailyCap ?? null,
    minimumGap: row.minimumGap ?? former?.minimumGap ?? 0,
  };
}

type Former = { [Key in keyof Side]?: Side[Key] | null | undefined };

const USUAL: Record<"imap" | "smtp", { ports: Record<Security, number>; starttls: readonly number[] }> = {
  imap: { ports: { tls: 993, starttls: 143, none: 143 }, starttls: [143] },
  smtp: { ports: { tls: 465, starttls: 587, none: 587 }, starttls: [25, 587, 2525] },
};

function sideOf(row: MailboxRowValues, side: "imap" | "smtp", former: Former): Side {
  const { ports, starttls } = USUAL[side];
  const port = row[`${side}Port`];
  const usual = port === undefined ? undefined : starttls.includes(port) ? "starttls" : "tls";
  const security = row[`${side}Security`] ?? usual ?? former.security ?? "tls";
  const isOther = row[`${side}Security`] !== undefined && row[`${side}Security`] !== former.security;
  return {
    host: row[`${side}Host`] ?? former.host ?? null,
    port: port ?? (isOther ? ports[security] : (former.port ?? ports[security])),
    security,
    user: row[`${side}User`] ?? row.user ?? former.user ?? row.address,
    password: row[`${side}Password`] ?? row.password ?? former.password ?? null,
  };
}
