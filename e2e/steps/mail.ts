import { createHash } from "node:crypto";
import { expect, type Locator, type Page } from "@playwright/test";
import PostalMime, { type Email } from "postal-mime";
import type { MailServers } from "@/lib/testing/mail-servers";
import { rawMail } from "@/lib/testing/raw-mail";
import { SAM } from "./office";

type Person = { name: string; address: string };
type Letter = Omit<Parameters<typeof rawMail>[0], "from" | "to"> & { to?: string };

/** Somebody outside writes to Sam. @returns when the mail server had taken it, in ms */
export async function write(servers: MailServers, from: Person, letter: Letter): Promise<number> {
  const raw = rawMail({ from: `${from.name} <${from.address}>`, to: SAM.address, ...letter });
  return writeRaw(servers, from, raw);
}

export async function writeRaw(servers: MailServers, from: Person, raw: Buffer): Promise<number> {
  await servers.deliver(raw, SAM.address, from.address);
  return Date.now();
}

/** Far less than a mailbox waits between two looks of its own: only a server that said so at once is in time. */
const AT_ONCE_MS = 20_000;

/** Waits until something stands on the page because the mail server told of it, and prints how long that took since `since`. */
export async function seenAtOnce(what: string, seen: Locator, since: number): Promise<void> {
  await seen.waitFor({ timeout: AT_ONCE_MS });
  process.stdout.write(`      ${what}: ${Date.now() - since} ms after the mail server took it\n`);
}

/** Opens a page that follows changes, and waits until it does. */
export async function openLive(page: Page, address: string): Promise<void> {
  const following = page.waitForResponse((response) => new URL(response.url()).pathname === "/api/events");
  await page.goto(address);
  await following;
}

/** The messages in a person's folder, as soon as there are `count`. */
export async function mailOf(
  servers: MailServers,
  { address }: Pick<Person, "address">,
  count: number,
  folder: "INBOX" | "Sent" = "INBOX",
): Promise<Buffer[]> {
  let found: Buffer[] = [];
  const read = async () => (found = await servers.readFolder(address, folder)).length;
  await expect.poll(read, { timeout: 15_000, intervals: [100], message: `mail of ${address}` }).toBe(count);
  return found;
}

/** A header's values as they stand in the message, unfolded. */
export function headersOf(raw: Buffer, name: string): string[] {
  const head = raw.toString("utf8").split(/\r?\n\r?\n/, 1)[0]!;
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const start = `${name.toLowerCase()}:`;
  return lines.filter((line) => line.toLowerCase().startsWith(start)).map((line) => line.slice(start.length).trim());
}

/** The headers by which mail programs thread a message, and the one that must not be there. */
export const namedHeaders = (raw: Buffer): Record<string, string[]> =>
  Object.fromEntries(
    ["Message-ID", "In-Reply-To", "References", "Subject", "Bcc"].map((name) => [name, headersOf(raw, name)]),
  );

export const readMail = (raw: Buffer): Promise<Email> => PostalMime.parse(raw);

/** A file by name and by the hash of its bytes. */
export const fileMarks = ({ attachments }: Email) =>
  attachments.map(({ filename, content }) => ({ name: filename, sha256: sha256(content) }));

export const sha256 = (content: Email["attachments"][number]["content"] | Uint8Array): string =>
  createHash("sha256")
    .update(typeof content === "string" ? content : new Uint8Array(content))
    .digest("hex");
