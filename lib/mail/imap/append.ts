import type { ImapConfig } from "./config";
import { connectImap } from "./connect";
import { findFolders } from "./find-folders";

/**
 * Files a message in the Sent folder, marked as read, on a connection of its own. A copy that is there already (many servers
 * file what they send) is not filed again.
 * @returns "filed", "there" or "no_folder"
 * @throws what `imapFailureOf` reads
 */
export async function appendToSent(
  config: ImapConfig,
  raw: Buffer,
  { messageId }: { messageId?: string } = {},
): Promise<"filed" | "there" | "no_folder"> {
  const client = await connectImap(config);
  try {
    const { sent } = await findFolders(client);
    if (!sent) return "no_folder";
    if (messageId) {
      await client.mailboxOpen(sent, { readOnly: true });
      const found = await client.search({ header: { "message-id": `<${messageId}>` } }, { uid: true });
      if (found && found.length > 0) return "there";
    }
    await client.append(sent, raw, ["\\Seen"]);
    return "filed";
  } finally {
    await client.logout().catch(() => client.close());
  }
}
