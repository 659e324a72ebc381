import type { ImapFlow } from "imapflow";
import { searchUids } from "./search-uids";

/** Of messages that were known: what \Seen says of them now, and which are no longer in the folder. */
export type FolderChanges = { seen: Map<number, boolean>; gone: number[] };

/** Whether the server tells by itself what was expunged (RFC 7162 §3.2). */
export const tellsExpunges = (client: ImapFlow): boolean => client.enabled.has("QRESYNC");

/**
 * What changed in the open folder since `modseq` among the UIDs up to `lastUid` (RFC 7162). Expunges come along where
 * `tellsExpunges`; elsewhere `gone` is empty and `uidsLeft` finds them.
 */
export async function changesSince(
  client: ImapFlow,
  { lastUid, modseq }: { lastUid: number; modseq: string },
): Promise<FolderChanges> {
  const changes: FolderChanges = { seen: new Map(), gone: [] };
  if (lastUid < 1) return changes;
  const expunged = ({ uid }: { uid?: number }) => {
    if (uid !== undefined && uid <= lastUid) changes.gone.push(uid);
  };
  client.on("expunge", expunged);
  try {
    const options = { uid: true, changedSince: BigInt(modseq) };
    for (const { uid, flags } of await client.fetchAll(`1:${lastUid}`, { uid: true, flags: true }, options))
      if (flags && uid <= lastUid) changes.seen.set(uid, flags.has("\\Seen"));
  } finally {
    client.off("expunge", expunged);
  }
  return changes;
}

/** The UIDs from `first` to `last` that the open folder still has. */
export const uidsLeft = (client: ImapFlow, first: number, last: number): Promise<number[]> =>
  searchUids(client, { uid: `${first}:${last}` });

/** \Seen of every message from `first` to `last`: for servers that do not tell what changed. */
export async function allSeen(client: ImapFlow, first: number, last: number): Promise<Map<number, boolean>> {
  const found = await client.fetchAll(`${first}:${last}`, { uid: true, flags: true }, { uid: true });
  return new Map(found.map(({ uid, flags }) => [uid, flags?.has("\\Seen") ?? false]));
}
