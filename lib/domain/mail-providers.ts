import { domainOf } from "./address";
import type { MailboxSignIn } from "./mailbox-sign-in";

export type MailServer = { host: string; port: number; security: "tls" | "starttls" };

/**
 * What a person has to know of a provider: where app passwords are made, that IMAP is switched off at first, that passwords are not
 * taken at all, that mail can be read through a program of theirs only, or not by IMAP at all.
 */
export type ProviderHint = "app_password" | "switch_on" | "oauth_only" | "bridge" | "no_imap";

export type MailProvider = {
  name: string;
  imap: MailServer | null;
  smtp: MailServer | null;
  signIn?: Exclude<MailboxSignIn, "password">;
  hint?: ProviderHint;
  /** Where the hint leads, as people type it. */
  link?: string;
};

/** The provider whose own domain an address has; null for a domain of a company's own. */
export function providerOfAddress(address: string): MailProvider | null {
  const domain = domainOf(address).toLowerCase();
  return PROVIDERS.find(({ domains }) => domains.includes(domain)) ?? null;
}

/** The provider that takes a domain's mail, by the names of its MX hosts. */
export function providerOfMx(hosts: string[]): MailProvider | null {
  for (const host of hosts.map((name) => name.toLowerCase().replace(/\.$/, ""))) {
    const found = PROVIDERS.find(({ mx }) => mx.some((suffix) => host === suffix || host.endsWith(`.${suffix}`)));
    if (found) return found;
  }
  return null;
}

type Entry = MailProvider & { domains: string[]; mx: string[] };
type Rest = Partial<Pick<Entry, "signIn" | "hint" | "link" | "domains" | "mx">>;

const tls = (host: string, port: number): MailServer => ({ host, port, security: "tls" });
const starttls = (host: string): MailServer => ({ host, port: 587, security: "starttls" });

/** Both sides by TLS from the first byte (RFC 8314), or what the provider offers instead. */
function entry(name: string, imap: string | null, smtp: string | MailServer | null, rest: Rest = {}): Entry {
  return {
    name,
    imap: imap === null ? null : tls(imap, 993),
    smtp: typeof smtp === "string" ? tls(smtp, 465) : smtp,
    domains: [],
    mx: [],
    ...rest,
  };
}

const GOOGLE = { signIn: "google", hint: "app_password", link: "myaccount.google.com/apppasswords" } as const;
const MICROSOFT = { signIn: "microsoft", hint: "oauth_only" } as const;

// As the providers' own help pages have it.
const PROVIDERS: Entry[] = [
  entry("Gmail", "imap.gmail.com", "smtp.gmail.com", { ...GOOGLE, domains: ["gmail.com", "googlemail.com"] }),
  entry("Google Workspace", "imap.gmail.com", "smtp.gmail.com", {
    ...GOOGLE,
    mx: ["aspmx.l.google.com", "smtp.google.com", "googlemail.com"],
  }),
  entry("Outlook.com", "outlook.office365.com", starttls("smtp-mail.outlook.com"), {
    ...MICROSOFT,
    domains: [
      "outlook.com",
      "outlook.de",
      "outlook.fr",
      "hotmail.com",
      "hotmail.co.uk",
      "hotmail.fr",
      "live.com",
      "msn.com",
    ],
  }),
  entry("Microsoft 365", "outlook.office365.com", starttls("smtp.office365.com"), {
    ...MICROSOFT,
    mx: ["mail.protection.outlook.com", "mx.microsoft"],
  }),
  entry("Yahoo", "imap.mail.yahoo.com", "smtp.mail.yahoo.com", {
    hint: "app_password",
    link: "login.yahoo.com/account/security",
    domains: [
      "yahoo.com",
      "yahoo.co.uk",
      "yahoo.de",
      "yahoo.fr",
      "yahoo.it",
      "yahoo.es",
      "ymail.com",
      "rocketmail.com",
    ],
    mx: ["yahoodns.net"],
  }),
  entry("AOL", "imap.aol.com", "smtp.aol.com", {
    hint: "app_password",
    link: "login.aol.com/account/security",
    domains: ["aol.com", "aol.de", "aim.com"],
  }),
  entry("iCloud", "imap.mail.me.com", starttls("smtp.mail.me.com"), {
    hint: "app_password",
    link: "account.apple.com",
    domains: ["icloud.com", "me.com", "mac.com"],
    mx: ["mail.icloud.com"],
  }),
  entry("Fastmail", "imap.fastmail.com", "smtp.fastmail.com", {
    hint: "app_password",
    link: "app.fastmail.com/settings/security/apps",
    domains: ["fastmail.com", "fastmail.fm"],
    mx: ["messagingengine.com"],
  }),
  entry("Zoho Mail", "imap.zoho.com", "smtp.zoho.com", {
    hint: "switch_on",
    link: "mail.zoho.com",
    domains: ["zoho.com", "zohomail.com"],
  }),
  entry("Zoho Mail", "imappro.zoho.com", "smtppro.zoho.com", {
    hint: "switch_on",
    link: "mail.zoho.com",
    mx: ["zoho.com"],
  }),
  entry("Zoho Mail", "imappro.zoho.eu", "smtppro.zoho.eu", {
    hint: "switch_on",
    link: "mail.zoho.eu",
    mx: ["zoho.eu"],
  }),
  entry("GMX", "imap.gmx.net", "mail.gmx.net", {
    hint: "switch_on",
    link: "gmx.net",
    domains: ["gmx.de", "gmx.net", "gmx.at", "gmx.ch", "gmx.eu"],
  }),
  entry("GMX", "imap.gmx.com", "mail.gmx.com", { hint: "switch_on", link: "gmx.com", domains: ["gmx.com", "gmx.us"] }),
  entry("WEB.DE", "imap.web.de", starttls("smtp.web.de"), { hint: "switch_on", link: "web.de", domains: ["web.de"] }),
  entry("Telekom", "secureimap.t-online.de", "securesmtp.t-online.de", { domains: ["t-online.de", "magenta.de"] }),
  entry("IONOS", "imap.ionos.de", "smtp.ionos.de", { mx: ["kundenserver.de", "ionos.de"] }),
  entry("IONOS", "imap.ionos.com", "smtp.ionos.com", { mx: ["ionos.com", "1and1.com", "perfora.net"] }),
  entry("STRATO", "imap.strato.de", "smtp.strato.de", { mx: ["rzone.de"] }),
  entry("OVH", "ssl0.ovh.net", "ssl0.ovh.net", { mx: ["mail.ovh.net", "ovh.net"] }),
  entry("Gandi", "mail.gandi.net", "mail.gandi.net", { mx: ["mail.gandi.net"] }),
  entry("Infomaniak", "mail.infomaniak.com", "mail.infomaniak.com", { mx: ["infomaniak.ch"] }),
  entry("mailbox.org", "imap.mailbox.org", "smtp.mailbox.org", { domains: ["mailbox.org"], mx: ["mailbox.org"] }),
  entry("Posteo", "posteo.de", "posteo.de", { domains: ["posteo.de", "posteo.net"] }),
  entry("Orange", "imap.orange.fr", "smtp.orange.fr", { domains: ["orange.fr", "wanadoo.fr"] }),
  entry("Free", "imap.free.fr", "smtp.free.fr", { domains: ["free.fr"] }),
  entry("Yandex", "imap.yandex.com", "smtp.yandex.com", {
    hint: "app_password",
    link: "id.yandex.com/security/app-passwords",
    domains: ["yandex.com", "yandex.ru", "ya.ru"],
    mx: ["yandex.net", "yandex.ru"],
  }),
  entry("Mail.ru", "imap.mail.ru", "smtp.mail.ru", {
    hint: "app_password",
    link: "account.mail.ru/user/2-step-auth/passwords",
    domains: ["mail.ru", "inbox.ru", "bk.ru", "list.ru"],
    mx: ["mail.ru"],
  }),
  entry("Hostinger", "imap.hostinger.com", "smtp.hostinger.com", { mx: ["hostinger.com"] }),
  entry("Titan", "imap.titan.email", "smtp.titan.email", { mx: ["titan.email"] }),
  entry("Namecheap Private Email", "mail.privateemail.com", "mail.privateemail.com", { mx: ["privateemail.com"] }),
  entry("Rackspace", "secure.emailsrvr.com", "secure.emailsrvr.com", { mx: ["emailsrvr.com"] }),
  entry("GoDaddy", "imap.secureserver.net", "smtpout.secureserver.net", { mx: ["secureserver.net"] }),
  entry("Migadu", "imap.migadu.com", "smtp.migadu.com", { mx: ["migadu.com"] }),
  entry("Proton Mail", null, null, {
    hint: "bridge",
    link: "proton.me/mail/bridge",
    domains: ["proton.me", "protonmail.com", "pm.me"],
    mx: ["protonmail.ch"],
  }),
  entry("Tuta", null, null, {
    hint: "no_imap",
    domains: ["tuta.com", "tutanota.com", "tutanota.de"],
    mx: ["tutanota.de"],
  }),
];
