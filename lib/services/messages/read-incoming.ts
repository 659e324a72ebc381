import { setImmediate } from "node:timers/promises";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { directionOfMessage, type Incoming } from "./direction-of-message";
import type { IngestInput } from "./ingest-types";
import { ownMailboxes } from "./own-mailboxes";
import { readMessage } from "./read-message";
import { storeFiles } from "./store-files";

/** The first half of `ingestMessage` for messages of one workspace: everything that needs no transaction. */
export async function readIncoming(
  { db, now }: { db: Database; now: Clock },
  inputs: IngestInput[],
): Promise<Incoming[]> {
  const [first] = inputs;
  if (!first) return [];
  const own = await ownMailboxes(db, first.workspaceId);
  const found: Incoming[] = [];
  for (const input of inputs) {
    found.push(directionOfMessage(await readMessage(input.raw, now()), input, own));
    // Reading keeps the process busy: whoever stores the batch before goes on between two messages.
    await setImmediate();
  }
  await Promise.all(found.map(storeFiles));
  return found;
}
