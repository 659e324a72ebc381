import type { ImapFlow } from "imapflow";

export type OpenFolder = {
  path: string;
  uidValidity: number;
  /** Null where the server does not say. What arrives from now on has this UID or a higher one. */
  uidNext: number | null;
  /** As a text, since it has 63 bits; null where the server keeps none (RFC 7162). */
  highestModseq: string | null;
};

/**
 * Selects a folder for reading only, so that nothing of ours ever sets \Seen. An open folder is opened anew: what the server
 * says of it then holds, where a count that it announced in between may be wrong.
 */
export async function openFolder(client: ImapFlow, path: string): Promise<OpenFolder> {
  const { uidValidity, uidNext, highestModseq, noModseq } = await client.mailboxOpen(path, { readOnly: true });
  const modseq = highestModseq && !noModseq && client.enabled.has("CONDSTORE") ? String(highestModseq) : null;
  return { path, uidValidity: Number(uidValidity), uidNext: uidNext || null, highestModseq: modseq };
}
