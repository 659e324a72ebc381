import type { Clock } from "@/lib/core/clock";
import { checkHost } from "@/lib/core/egress";
import { newId } from "@/lib/core/ids";
import type { mailboxes, TestStep } from "@/lib/db/schema";
import { domainOf, formatParty } from "@/lib/domain/address";
import { checkImapTls } from "@/lib/mail/imap/check-tls";
import type { ImapConfig } from "@/lib/mail/imap/config";
import { connectImap } from "@/lib/mail/imap/connect";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { findFolders } from "@/lib/mail/imap/find-folders";
import { checkSmtp } from "@/lib/mail/smtp/check";
import { smtpTransport, type SmtpConfig } from "@/lib/mail/smtp/send";
import { mailboxSecrets } from "@/lib/services/mailboxes/mailbox-secrets";
import { imapConfigOf } from "./mailbox-imap-config";

type Mailbox = typeof mailboxes.$inferSelect;
export type StepFailure = { reason: string; detail: string };
type Attempts = Partial<Record<TestStep["step"], () => Promise<StepFailure | null>>>;

/** What each step of a mailbox's test does; every one stands alone and answers null or why it failed. */
export function testSteps(mailbox: Mailbox, now: Clock): Record<TestStep["side"], Attempts> {
  const imap = imapConfigOf(mailbox);
  const smtp = smtpConfigOf(mailbox);
  return {
    imap: {
      name: () => onImap(() => checkHost(imap.host, imap.port)),
      tls: () => onImap(() => checkImapTls(imap)),
      open: () => onImap(() => checkImapTls(imap)),
      login: () => onImap(() => signIn(imap)),
      folders: () => checkFolders(imap),
    },
    smtp: {
      name: () => onImap(() => checkHost(smtp.host, smtp.port)),
      tls: () => checkSmtp(smtp, { withLogin: false }),
      open: () => checkSmtp(smtp, { withLogin: false }),
      login: () => checkSmtp(smtp, { withLogin: true }),
      message: () => sendToItself(mailbox, smtp, now),
    },
  };
}

function smtpConfigOf(mailbox: Mailbox): SmtpConfig {
  const { smtpHost: host, smtpPort: port, smtpSecurity: security, smtpUser: user } = mailbox;
  if (!host || !port || !security) throw new Error("a mailbox without an SMTP server");
  const { smtpPassword: password } = mailboxSecrets(mailbox);
  return { host, port, security, user, password, clientName: domainOf(mailbox.address) };
}

async function onImap(attempt: () => Promise<unknown>): Promise<StepFailure | null> {
  try {
    await attempt();
    return null;
  } catch (error) {
    return imapFailureOf(error);
  }
}

async function signIn(config: ImapConfig): Promise<void> {
  const client = await connectImap(config);
  await client.logout();
}

/** INBOX opens, and there is a Sent folder to read and to file copies in. */
async function checkFolders(config: ImapConfig): Promise<StepFailure | null> {
  let sent: string | null = null;
  const failure = await onImap(async () => {
    const client = await connectImap(config);
    const folders = await findFolders(client);
    await client.mailboxOpen(folders.inbox, { readOnly: true });
    sent = folders.sent;
    await client.logout();
  });
  if (failure || sent !== null) return failure;
  return { reason: "no_sent_folder", detail: "" };
}

/** Hands the server a message from the mailbox to itself. It is list-like to nobody and answers nothing. */
async function sendToItself(mailbox: Mailbox, config: SmtpConfig, now: Clock): Promise<StepFailure | null> {
  const { address, displayName: name } = mailbox;
  const raw = [
    `From: ${encoded(name, address)}`,
    `To: ${address}`,
    "Subject: Threadwell test",
    `Date: ${now().toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${newId()}@${domainOf(address)}>`,
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "This mailbox can send. You can delete this message.",
    "",
  ].join("\r\n");
  const envelope = { from: address, to: [address] };
  const result = await smtpTransport(config).send(envelope, Buffer.from(raw), () => Promise.resolve());
  if (result.kind === "accepted") return null;
  return { reason: result.kind === "unknown" ? "network" : result.reason, detail: result.response };
}

/** A name beyond ASCII is left out: the test is of the server, not of our headers. */
const encoded = (name: string, address: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? formatParty({ name, address }) : address;
