import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { ImapConfig } from "./config";
import { connectImap } from "./connect";
import { findFolders } from "./find-folders";

/** Where a message came to. */
export type Arrival = "inbox" | "junk" | "nowhere";

/** The header by which a message of a test is known; some servers give what they send a Message-ID of their own. */
export const SIGN_HEADER = "X-Threadwell-Test";
const AGAIN_MS = 1_000;

/**
 * Looks for a test's message in INBOX and Junk until it is there, or has not come in time.
 * @param sign what stands in its header, and before the @ of its Message-ID
 * @throws what `imapFailureOf` reads; also when the server refuses to search its inbox
 */
export async function lookForArrival(
  config: ImapConfig,
  sign: string,
  { patienceMs }: { patienceMs: number },
): Promise<Arrival> {
  const client = await connectImap(config);
  try {
    const { inbox, junk } = await findFolders(client);
    for (const until = performance.now() + patienceMs; ; await sleep(AGAIN_MS)) {
      if (await holds(client, inbox, sign)) return "inbox";
      // One that is listed and cannot be opened says nothing of the inbox.
      if (junk !== null && (await holds(client, junk, sign).catch(() => false))) return "junk";
      if (performance.now() >= until) return "nowhere";
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** A folder that is opened anew tells of what has come since. */
async function holds(client: ImapFlow, folder: string, sign: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  const isIt = [{ header: { "message-id": sign } }, { header: { [SIGN_HEADER]: sign } }];
  const found = await client.search({ or: isIt }, { uid: true });
  if (!Array.isArray(found)) throw new Error("the server does not search");
  return found.length > 0;
}
