import { checkHost } from "@/lib/core/egress";
import { newId } from "@/lib/core/ids";
import type { mailboxes, TestStep } from "@/lib/db/schema";
import { domainOf, formatParty } from "@/lib/domain/address";
import { checkImapTls } from "@/lib/mail/imap/check-tls";
import type { ImapConfig } from "@/lib/mail/imap/config";
import { connectImap } from "@/lib/mail/imap/connect";
import { imapFailureOf } from "@/lib/mail/imap/failure";
import { findFolders } from "@/lib/mail/imap/find-folders";
import { type Arrival, lookForArrival, SIGN_HEADER } from "@/lib/mail/imap/look-for-arrival";
import { checkSmtp } from "@/lib/mail/smtp/check";
import type { SmtpConfig } from "@/lib/mail/smtp/send";
import { freshAccessToken } from "@/lib/services/mailboxes/fresh-access-token";
import type { WorkerDeps } from "./deps";
import { keepSizeLimit } from "./keep-size-limit";
import { imapConfigOf, imapServerOf } from "./mailbox-imap-config";
import { smtpConfigOf, transportFor } from "./transport-for";

type Mailbox = typeof mailboxes.$inferSelect;
/** `isNote`: the mailbox works, and there is something to know. */
export type StepFailure = { reason: string; detail: string; isNote?: true };
/** Within which a server delivers to itself; one that makes strangers wait takes minutes. */
const ARRIVAL_MS = 20_000;

type Attempts = Partial<Record<TestStep["step"], () => Promise<StepFailure | null>>>;

/** What each step of a mailbox's test does; every one stands alone and answers null or why it failed. */
export function testSteps(
  deps: WorkerDeps,
  mailbox: Mailbox,
  { patienceMs = ARRIVAL_MS } = {},
): Record<TestStep["side"], Attempts> {
  const imap = imapServerOf(mailbox);
  const smtp = smtpServerOf(mailbox);
  const sign = newId();
  return {
    imap: {
      name: () => onImap(() => checkHost(imap.host, imap.port)),
      tls: () => onImap(() => checkImapTls(imap)),
      open: () => onImap(() => checkImapTls(imap)),
      login: () => onImap(async () => signIn(await imapConfigOf(deps, mailbox))),
      folders: () => checkFolders(deps, mailbox),
    },
    smtp: {
      name: () => onImap(() => checkHost(smtp.host, smtp.port)),
      tls: () => checkSmtp(smtp, { withLogin: false }),
      open: () => checkSmtp(smtp, { withLogin: false }),
      login: () => checkSmtpLogin(deps, mailbox, smtp),
      message: () => sendToItself(deps, mailbox, sign),
      arrival: () => findArrived(deps, mailbox, sign, patienceMs),
    },
  };
}

function smtpServerOf(mailbox: Mailbox): SmtpConfig {
  const config = smtpConfigOf(mailbox);
  if (!config) throw new Error("a mailbox without an SMTP server");
  return config;
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
async function checkFolders(deps: WorkerDeps, mailbox: Mailbox): Promise<StepFailure | null> {
  let sent: string | null = null;
  const failure = await onImap(async () => {
    const client = await connectImap(await imapConfigOf(deps, mailbox));
    const folders = await findFolders(client);
    await client.mailboxOpen(folders.inbox, { readOnly: true });
    sent = folders.sent;
    await client.logout();
  });
  if (failure || sent !== null) return failure;
  return { reason: "no_sent_folder", detail: "" };
}

async function checkSmtpLogin(
  { db, now }: WorkerDeps,
  mailbox: Mailbox,
  config: SmtpConfig,
): Promise<StepFailure | null> {
  let failure: StepFailure | null = null;
  const { id, signIn: way } = mailbox;
  const onSizeLimit = (bytes: number) => void keepSizeLimit({ db }, mailbox, bytes);
  const unsigned = await onImap(async () => {
    const accessToken = way === "password" ? undefined : await freshAccessToken(db, now, id);
    failure = await checkSmtp({ ...config, accessToken, onSizeLimit }, { withLogin: true });
  });
  return unsigned ?? failure;
}

/** Hands the server a message from the mailbox to itself. It is list-like to nobody and answers nothing. */
async function sendToItself(deps: WorkerDeps, mailbox: Mailbox, sign: string): Promise<StepFailure | null> {
  const { address, displayName: name } = mailbox;
  const raw = [
    `From: ${encoded(name, address)}`,
    `To: ${address}`,
    "Subject: Threadwell test",
    `Date: ${deps.now().toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${sign}@${domainOf(address)}>`,
    `${SIGN_HEADER}: ${sign}`,
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "This mailbox can send. You can delete this message.",
    "",
  ].join("\r\n");
  const envelope = { from: address, to: [address] };
  const transport = await transportFor(mailbox, deps);
  if (!transport) throw new Error("a mailbox without an SMTP server");
  const result = await transport.send(envelope, Buffer.from(raw), () => Promise.resolve());
  if (result.kind === "accepted") return null;
  return { reason: result.kind === "unknown" ? "network" : result.reason, detail: result.response };
}

/** Looks whether that message came, and where to. A server may well be slow, and a mailbox that cannot be read says so itself. */
async function findArrived(
  deps: WorkerDeps,
  mailbox: Mailbox,
  sign: string,
  patienceMs: number,
): Promise<StepFailure | null> {
  let arrival = "nowhere" as Arrival;
  const failure = await onImap(async () => {
    arrival = await lookForArrival(await imapConfigOf(deps, mailbox), sign, { patienceMs });
  });
  if (failure) return NOT_LOOKED;
  return arrival === "inbox" ? null : { ...ARRIVED[arrival], isNote: true };
}

/** What is not read is not searched either. */
export const NOT_LOOKED: StepFailure = { reason: "not_looked", detail: "", isNote: true };

const ARRIVED = {
  junk: { reason: "in_junk", detail: "" },
  nowhere: { reason: "not_seen", detail: "" },
};

/** A name beyond ASCII is left out: the test is of the server, not of our headers. */
const encoded = (name: string, address: string): string =>
  /^[\x20-\x7e]*$/.test(name) ? formatParty({ name, address }) : address;
