import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { saysThatItFilesSent } from "@/lib/mail/providers/known-servers";
import type { ImapConfig } from "./config";
import { connectImap } from "./connect";
import { findFolders } from "./find-folders";
import { searchUids } from "./search-uids";

/** A server that files what it submits does so a moment after it has taken it. */
const SETTLE_MS = 2_000;

type Options = {
  messageId?: string;
  /** A folder that a person has chosen instead of the one that is found. */
  folder?: string | null;
  /** Leaves it to a server that is known to file by itself, and gives any other the time to do it first. */
  isCautious?: boolean;
};

/**
 * Files a message in the Sent folder, marked as read, on a connection of its own. A copy that is there already (many servers
 * file what they send) is not filed again.
 * @returns "filed", "there", "left" (to the server, which does it by itself) or "no_folder"
 * @throws what `imapFailureOf` reads
 */
export async function appendToSent(
  config: ImapConfig,
  raw: Buffer,
  { messageId, folder = null, isCautious = false }: Options = {},
): Promise<"filed" | "there" | "left" | "no_folder"> {
  const client = await connectImap(config);
  try {
    if (isCautious && saysThatItFilesSent(saidBy(client))) return "left";
    const { sent } = await findFolders(client, { sent: folder });
    if (!sent) return "no_folder";
    if (messageId && (await isThere(client, sent, messageId))) return "there";
    if (messageId && isCautious) {
      await sleep(SETTLE_MS);
      if (await isThere(client, sent, messageId)) return "there";
    }
    if (!(await client.append(sent, raw, ["\\Seen"]))) throw new Error("the server took no copy");
    return "filed";
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function isThere(client: ImapFlow, path: string, messageId: string): Promise<boolean> {
  await client.mailboxOpen(path, { readOnly: true });
  return (await searchUids(client, { header: { "message-id": `<${messageId}>` } })).length > 0;
}

const saidBy = ({ capabilities, greeting }: ImapFlow) => ({
  capabilities: [...capabilities.keys()].map((name) => name.toUpperCase()),
  greeting: String(greeting || ""),
});
