import type { ImapFlow } from "imapflow";

export type OpenFolder = { path: string; uidValidity: number; uidNext: number };

/** Selects a folder for reading only, so that nothing of ours ever sets \Seen. A folder that is open already is looked at anew. */
export async function openFolder(client: ImapFlow, path: string): Promise<OpenFolder> {
  const open = client.mailbox;
  if (open && open.path === path) {
    await client.noop();
    return viewOf(path, open);
  }
  return viewOf(path, await client.mailboxOpen(path, { readOnly: true }));
}

const viewOf = (path: string, { uidValidity, uidNext }: { uidValidity: bigint; uidNext: number }): OpenFolder => ({
  path,
  uidValidity: Number(uidValidity),
  uidNext,
});
