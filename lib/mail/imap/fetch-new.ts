import type { ImapFlow } from "imapflow";
import { IMAP_LIMITS } from "./config";

export type FetchedMessage = { uid: number; raw: Buffer };
/** `after`: everything with a higher UID. `since`: what arrived from that day on, the newest `atMost` of it. */
export type NewMessages = { after: number } | { since: Date; atMost: number };

/**
 * Fetches messages of the open folder by UID in ascending order, in batches of bounded size; never by \Seen, which other
 * programs set, and without setting it.
 */
export async function* fetchNew(client: ImapFlow, wanted: NewMessages): AsyncGenerator<FetchedMessage[]> {
  const uids = await uidsOf(client, wanted);
  if (uids.length === 0) return;
  const sizes = new Map<number, number>();
  for (const chunk of chunksOf(uids, 1_000))
    for (const { uid, size } of await client.fetchAll(chunk.join(","), { uid: true, size: true }, { uid: true }))
      sizes.set(uid, size ?? 0);
  for (const batch of batchesOf(uids, sizes)) {
    const source = { start: 0, maxLength: IMAP_LIMITS.messageBytes };
    const found = await client.fetchAll(batch.join(","), { uid: true, source }, { uid: true });
    yield found.flatMap(({ uid, source: raw }) => (raw ? [{ uid, raw }] : [])).toSorted((a, b) => a.uid - b.uid);
  }
}

async function uidsOf(client: ImapFlow, wanted: NewMessages): Promise<number[]> {
  // "n:*" also names the newest message when there is none from n on (RFC 9051 §9, seq-range).
  const query = "after" in wanted ? { uid: `${wanted.after + 1}:*` } : { since: wanted.since };
  const found = ((await client.search(query, { uid: true })) || []).toSorted((a, b) => a - b);
  return "after" in wanted ? found.filter((uid) => uid > wanted.after) : found.slice(-wanted.atMost);
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

function* chunksOf<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
