import type { ImapFlow } from "imapflow";

export type FolderStatus = { uidValidity: number; uidNext: number; highestModseq: string | null };

/** How a folder stands, without opening it; null when the server does not tell. @throws when there is no such folder */
export async function folderStatus(client: ImapFlow, path: string): Promise<FolderStatus | null> {
  const status = await client.status(path, { uidNext: true, uidValidity: true, highestModseq: true });
  if (!status || status.uidNext === undefined || status.uidValidity === undefined) return null;
  const { uidValidity, uidNext, highestModseq } = status;
  return {
    uidValidity: Number(uidValidity),
    uidNext,
    highestModseq: highestModseq ? String(highestModseq) : null,
  };
}
