import type { ImapFlow } from "imapflow";

/** A folder's UIDVALIDITY and next UID without opening it; null when the server does not tell. */
export async function folderStatus(
  client: ImapFlow,
  path: string,
): Promise<{ uidValidity: number; uidNext: number } | null> {
  const status = await client.status(path, { uidNext: true, uidValidity: true });
  if (!status || status.uidNext === undefined || status.uidValidity === undefined) return null;
  return { uidValidity: Number(status.uidValidity), uidNext: status.uidNext };
}
