import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/core/log";
import type { FetchedMessage } from "@/lib/mail/imap/fetch-new";
import { ingestMessages } from "@/lib/services/messages/ingest-messages";
import type { IngestResult } from "@/lib/services/messages/ingest-types";
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

/**
 * Stores fetched messages, all in one go where that works. One that cannot be stored is tried three times, then passed over and
 * told, so that it stops nothing; it stays on the server.
 * @param isQuiet nobody is told of an arrival: a first reading or a comparison found what is old
 * @throws StoringFailed when the database does not answer: then nothing is passed over
 */
export async function ingestBatch(
  deps: WorkerDeps,
  mailbox: Mailbox,
  folder: Folder,
  messages: FetchedMessage[],
  { isQuiet = false } = {},
): Promise<Ingested> {
  const { id: mailboxId, workspaceId } = mailbox;
  const inputs = messages.map(({ raw }) => ({ workspaceId, mailboxId, raw, source: folder.role, isQuiet }));
  let results: (IngestResult | null)[];
  try {
    results = await ingestMessages(deps, inputs);
  } catch {
    // One of them, or somebody who holds a thread: each by itself.
    results = [];
    for (const [index, { uid }] of messages.entries())
      results.push(await patiently(deps, mailbox, { folder, uid }, () => ingestMessages(deps, [inputs[index]!])));
  }
  const places = messages.flatMap(({ uid, isSeen }, index) => {
    const result = results[index];
    return result ? [{ uid, isSeen, messageId: result.messageId }] : [];
  });
  return { stored: results.filter((result) => result?.isNew).length, places };
}

async function patiently(
  { db }: WorkerDeps,
  { id: mailboxId, workspaceId }: Mailbox,
  { folder, uid }: { folder: Folder; uid: number },
  attempt: () => Promise<(IngestResult | null)[]>,
): Promise<IngestResult | null> {
  for (const pause of [...PAUSES_MS, null]) {
    try {
      return (await attempt())[0] ?? null;
    } catch (error) {
      log.warn({ err: error, mailboxId, folder: folder.role, uid }, "a message could not be stored");
      if (pause !== null) await sleep(pause);
    }
  }
  try {
    const data = { folder: folder.path, uid, uidValidity: folder.uidValidity };
    await record(db, { workspaceId }, "message.skipped", { subjectId: mailboxId, data });
  } catch (error) {
    throw new StoringFailed("the database does not answer", { cause: error });
  }
  return null;
}
