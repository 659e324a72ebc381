import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import type { FetchedMessage } from "@/lib/mail/imap/fetch-new";
import type { Incoming } from "@/lib/services/messages/direction-of-message";
import { ingestFound, storeFound } from "@/lib/services/messages/ingest-message";
import type { IngestInput, IngestResult } from "@/lib/services/messages/ingest-types";
import { readIncoming } from "@/lib/services/messages/read-incoming";
import { storeIncoming } from "@/lib/services/messages/store-incoming";
import { record } from "@/lib/services/record";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import type { Mailbox } from "./mailbox-lease";
import type { Place } from "./mailbox-places";

/** Our own side failed (the database does not answer): no fault of the mailbox. */
export class StoringFailed extends Error {}

export type Ingested = {
  /** How many messages were new to us. */
  stored: number;
  /** Where what is stored lies; Junk that is nobody's has none. */
  places: Place[];
};

const PAUSES_MS = [200, 1_000];

/** Fetched messages, read but not stored. */
export type ReadBatch = { fetched: FetchedMessage[]; inputs: IngestInput[]; incoming: Incoming[] | null };

/**
 * Reads fetched messages; while these are stored, the next ones may be fetched and read.
 * @param isQuiet by UID: nobody is told of the arrival of what is old, and was found by a first reading or a comparison
 */
export async function readBatch(
  deps: WorkerDeps,
  { id: mailboxId, workspaceId }: Mailbox,
  { role: source }: Folder,
  fetched: FetchedMessage[],
  isQuiet: (uid: number) => boolean = () => false,
): Promise<ReadBatch> {
  const inputs = fetched.map(({ uid, raw }) => ({ workspaceId, mailboxId, raw, source, isQuiet: isQuiet(uid) }));
  // One by one it will tell which of them cannot be read.
  const incoming = await readIncoming(deps, inputs).catch(() => null);
  return { fetched, inputs, incoming };
}

/**
 * Stores messages, all in one go where that works. One that cannot be stored is tried three times, then passed over and told, so
 * that it stops nothing; it stays on the server. Stored for good it is when it is written down where it lies (`savePlaces`,
 * `replacePlaces`): before that nobody may take it for read.
 * @throws StoringFailed when the database does not answer: then nothing is passed over
 */
export async function storeBatch(
  deps: WorkerDeps,
  mailbox: Mailbox,
  folder: Folder,
  { fetched, inputs, incoming }: ReadBatch,
): Promise<Ingested> {
  let results = incoming && (await storeIncoming(deps, incoming, { isReadAgain: true }).catch(() => null));
  if (!results) {
    results = [];
    for (const [index, { uid }] of fetched.entries()) {
      const read = incoming?.[index];
      const store = () => (read ? storeFound(deps, read) : ingestFound(deps, inputs[index]!));
      results.push(await patiently(deps, mailbox, { folder, uid }, store));
    }
  }
  const places = fetched.flatMap(({ uid, isSeen }, index) => {
    const result = results[index];
    return result ? [{ uid, isSeen, messageId: result.messageId }] : [];
  });
  return { stored: results.filter((result) => result?.isNew).length, places };
}

/** Tells that a message was passed over. @throws StoringFailed when the database does not answer */
export async function recordSkipped(
  db: Database,
  { id: mailboxId, workspaceId }: Mailbox,
  { path, uidValidity }: Folder,
  uid: number,
): Promise<void> {
  try {
    const data = { folder: path, uid, uidValidity };
    await record(db, { workspaceId }, "message.skipped", { subjectId: mailboxId, data });
  } catch (error) {
    throw new StoringFailed("the database does not answer", { cause: error });
  }
}

async function patiently(
  { db }: WorkerDeps,
  mailbox: Mailbox,
  { folder, uid }: { folder: Folder; uid: number },
  attempt: () => Promise<IngestResult | null>,
): Promise<IngestResult | null> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return await attempt();
    } catch (error) {
      log.warn({ err: error, mailboxId: mailbox.id, folder: folder.role, uid }, "a message could not be stored");
      if (pause !== null) await sleep(pause);
    }
  }
  await recordSkipped(db, mailbox, folder, uid);
  return null;
}
