import type { ImapFlow } from "imapflow";
import { IMAP_LIMITS } from "./config";
import { chunksOf } from "./chunks-of";
import { searchUids } from "./search-uids";

export type FetchedMessage = { uid: number; raw: Buffer; isSeen: boolean };
/** `after`: everything with a higher UID. `since`: what arrived from that day on, the newest `atMost` of it. */
export type NewMessages = { after: number } | { since: Date; atMost: number } | { uids: number[] };

/** How often a message that the folder still has, but that did not come, is asked for again. */
const ASKED_AGAIN = 2;

/**
 * Fetches messages of the open folder by UID in ascending order, in batches of bounded size; never by \Seen, which other
 * programs set, and without setting it. What is gone between two commands is left out; what is there and does not come is not.
 * @throws when the server keeps back a message that it has
 */
export async function* fetchNew(client: ImapFlow, wanted: NewMessages): AsyncGenerator<FetchedMessage[]> {
  const uids = "uids" in wanted ? wanted.uids : await uidsOf(client, wanted);
  for (const chunk of chunksOf(uids, 1_000)) {
    const sizes = new Map<number, number>();
    for (const { uid, size } of await client.fetchAll(chunk.join(","), { uid: true, size: true }, { uid: true }))
      sizes.set(uid, size ?? 0);
    for (const batch of batchesOf(chunk, sizes)) yield await fetchBatch(client, batch);
  }
}

async function uidsOf(client: ImapFlow, wanted: { after: number } | { since: Date; atMost: number }) {
  if ("since" in wanted) return (await searchUids(client, { since: wanted.since })).slice(-wanted.atMost);
  // "n:*" also names the newest message when there is none from n on (RFC 9051 §9, seq-range).
  const found = await searchUids(client, { uid: `${wanted.after + 1}:*` });
  return found.filter((uid) => uid > wanted.after);
}

async function fetchBatch(client: ImapFlow, batch: number[]): Promise<FetchedMessage[]> {
  const source = { start: 0, maxLength: IMAP_LIMITS.messageBytes };
  const came = new Map<number, FetchedMessage>();
  let missing = batch;
  for (let tries = 0; missing.length > 0; tries++) {
    if (tries > ASKED_AGAIN) throw new Error("the server keeps messages back");
    for (const { uid, source: raw, flags } of await client.fetchAll(
      missing.join(","),
      { uid: true, flags: true, source },
      { uid: true },
    ))
      if (raw) came.set(uid, { uid, raw, isSeen: flags?.has("\\Seen") ?? false });
    missing = batch.filter((uid) => !came.has(uid));
    if (missing.length > 0) missing = await searchUids(client, { uid: missing.join(",") });
  }
  return [...came.values()].toSorted((a, b) => a.uid - b.uid);
}

function* batchesOf(uids: number[], sizes: Map<number, number>): Generator<number[]> {
  let batch: number[] = [];
  let bytes = 0;
  for (const uid of uids) {
    const size = sizes.get(uid) ?? 0;
    const isFull = batch.length === IMAP_LIMITS.batchMessages || bytes + size > IMAP_LIMITS.batchBytes;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(uid);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
