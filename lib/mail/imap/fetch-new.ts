import type { ImapFlow } from "imapflow";
import { IMAP_LIMITS } from "./config";
import { chunksOf } from "./chunks-of";
import { isRefusal } from "./failure";
import { searchUids } from "./search-uids";

export type FetchedMessage = { uid: number; raw: Buffer; isSeen: boolean };
/** `after`: everything with a higher UID. `since`: what arrived from that day on up to a UID, the newest `atMost` of it. */
export type NewMessages = { after: number } | { since: Date; upTo?: number; atMost: number } | { uids: number[] };
/** Is asked about a message that the server has and does not hand over. @returns whether to go on without it */
export type PassOver = (uid: number) => boolean | Promise<boolean>;

/** The server has a message and does not hand it over; the connection is well. */
export class KeptBack extends Error {}

/** How often a message that the folder still has, but that did not come, is asked for again. */
const ASKED_AGAIN = 2;

/**
 * Fetches messages of the open folder by UID in ascending order, in batches of bounded size; never by \Seen, which other
 * programs set, and without setting it. What is gone between two commands is left out; what is there and does not come is not,
 * unless `passOver` says so.
 * @throws KeptBack when the server keeps back a message that it has, after what came before it
 */
export async function* fetchNew(
  client: ImapFlow,
  wanted: NewMessages,
  passOver: PassOver = () => false,
): AsyncGenerator<FetchedMessage[]> {
  const uids = "uids" in wanted ? wanted.uids : await uidsOf(client, wanted);
  for (const chunk of chunksOf(uids, 1_000)) {
    const sizes = await sizesOf(client, chunk);
    for (const batch of batchesOf(chunk, sizes)) yield* fetchBatch(client, batch, passOver);
  }
}

async function uidsOf(client: ImapFlow, wanted: Exclude<NewMessages, { uids: number[] }>) {
  if ("since" in wanted) {
    const { since, upTo = Infinity, atMost } = wanted;
    return (await searchUids(client, { since })).filter((uid) => uid <= upTo).slice(-atMost);
  }
  // "n:*" also names the newest message when there is none from n on (RFC 9051 §9, seq-range).
  const found = await searchUids(client, { uid: `${wanted.after + 1}:*` });
  return found.filter((uid) => uid > wanted.after);
}

async function sizesOf(client: ImapFlow, uids: number[]): Promise<Map<number, number>> {
  try {
    const found = await client.fetchAll(uids.join(","), { uid: true, size: true }, { uid: true });
    return new Map(found.map(({ uid, size }) => [uid, size ?? 0]));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // One that cannot be measured spoils the answer for all: each may be as large as is allowed.
    return new Map(uids.map((uid) => [uid, IMAP_LIMITS.messageBytes]));
  }
}

/** One message that does not come keeps no other back: what is missing is asked for one by one. */
async function* fetchBatch(client: ImapFlow, batch: number[], passOver: PassOver): AsyncGenerator<FetchedMessage[]> {
  const { came, missing } = await ask(client, batch);
  for (const uid of missing) {
    const alone = batch.length > 1 ? await ask(client, [uid]) : { came: [], missing: [uid] };
    came.push(...alone.came);
    if (alone.missing.length === 0 || (await passOver(uid))) continue;
    const before = came.filter((message) => message.uid < uid);
    if (before.length > 0) yield inOrder(before);
    throw new KeptBack(`the server keeps message ${uid} back`);
  }
  yield inOrder(came);
}

const inOrder = (messages: FetchedMessage[]) => messages.toSorted((a, b) => a.uid - b.uid);

/** @returns what came, and what the folder has but did not give, in ascending order */
async function ask(client: ImapFlow, uids: number[]): Promise<{ came: FetchedMessage[]; missing: number[] }> {
  const source = { start: 0, maxLength: IMAP_LIMITS.messageBytes };
  const came = new Map<number, FetchedMessage>();
  let missing = uids;
  for (let tries = 0; missing.length > 0 && tries <= ASKED_AGAIN; tries++) {
    const wanted = { uid: true, flags: true, source };
    try {
      for (const { uid, source: raw, flags } of await client.fetchAll(missing.join(","), wanted, { uid: true }))
        if (raw) came.set(uid, { uid, raw, isSeen: flags?.has("\\Seen") ?? false });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      tries = ASKED_AGAIN;
    }
    missing = missing.filter((uid) => !came.has(uid));
    if (missing.length > 0) missing = await searchUids(client, { uid: missing.join(",") });
  }
  return { came: [...came.values()], missing };
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
