import type { ImapFlow } from "imapflow";
import { chunksOf } from "./chunks-of";

/**
 * Marks messages of a folder as read on the server. The folder is open for writing afterwards: open it anew to read on.
 * @returns false when the folder's UIDs are not those of `uidValidity` any more: then nothing is marked
 */
export async function setSeen(
  client: ImapFlow,
  { path, uidValidity }: { path: string; uidValidity: number | null },
  uids: number[],
): Promise<boolean> {
  const open = await client.mailboxOpen(path);
  if (Number(open.uidValidity) !== uidValidity) return false;
  for (const chunk of chunksOf(uids, 500)) await client.messageFlagsAdd(chunk.join(","), ["\\Seen"], { uid: true });
  return true;
}
