import { setImmediate } from "node:timers/promises";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { directionOfMessage, type Incoming } from "./direction-of-message";
import type { IngestInput } from "./ingest-types";
import { ownMailboxes } from "./own-mailboxes";
import { readMessage, type ReadMessage } from "./read-message";
import { storeFiles } from "./store-files";

/** `readers`: threads that read in this one's place. */
export type ReadingDeps = {
  db: Database;
  now: Clock;
  readers?: { read: (raw: Buffer, seenAt: Date) => Promise<ReadMessage> } | undefined;
};

/** The first half of `ingestMessage` for messages of one workspace: everything that needs no transaction. */
export async function readIncoming({ db, now, readers }: ReadingDeps, inputs: IngestInput[]): Promise<Incoming[]> {
  const [first] = inputs;
  if (!first) return [];
  const own = await ownMailboxes(db, first.workspaceId);
  const read = readers
    ? await Promise.all(inputs.map(({ raw }) => readers.read(raw, now())))
    : await readHere(inputs, now);
  const found = inputs.map((input, index) => directionOfMessage(read[index]!, input, own));
  // Files first: a row never names a file that is not there, and no transaction waits for a disk.
  await Promise.all(found.map(storeFiles));
  return found;
}

async function readHere(inputs: IngestInput[], now: Clock): Promise<ReadMessage[]> {
  const read: ReadMessage[] = [];
  for (const { raw } of inputs) {
    read.push(await readMessage(raw, now()));
    // Reading keeps the process busy: whoever stores the batch before goes on between two messages.
    await setImmediate();
  }
  return read;
}
