import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { ImapConfig } from "@/lib/mail/imap/config";
import { connectImap } from "@/lib/mail/imap/connect";
import { findFolders } from "@/lib/mail/imap/find-folders";

/** Where a message came to. */
export type Arrival = "inbox" | "junk" | "nowhere";

const AGAIN_MS = 1_000;

/**
 * Looks for a message in INBOX and Junk until it is there, or has not come in time.
 * @param messageId without its angle brackets
 * @throws ImapError as `connectImap` does
 */
export async function lookForArrival(
  config: ImapConfig,
  messageId: string,
  { patienceMs }: { patienceMs: number },
): Promise<Arrival> {
  const client = await connectImap(config);
  try {
    const { inbox, junk } = await findFolders(client);
    for (const until = performance.now() + patienceMs; ; await sleep(AGAIN_MS)) {
      if (await holds(client, inbox, messageId)) return "inbox";
      if (junk !== null && (await holds(client, junk, messageId))) return "junk";
      if (performance.now() >= until) return "nowhere";
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** A folder that is opened anew tells of what has come since. */
async function holds(client: ImapFlow, folder: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  const found = await client.search({ header: { "message-id": messageId } }, { uid: true });
  return Array.isArray(found) && found.length > 0;
}
