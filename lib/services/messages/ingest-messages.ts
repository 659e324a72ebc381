import { sql } from "drizzle-orm";
import type { Clock } from "@/lib/core/clock";
import type { Database } from "@/lib/db/client";
import { directionOfMessage } from "./direction-of-message";
import { ingestFound, ingestLocked } from "./ingest-message";
import type { IngestInput, IngestResult } from "./ingest-types";
import { lockMailbox } from "./lock-mailbox";
import { ownMailboxes } from "./own-mailboxes";
import { readMessage } from "./read-message";
import { storeFiles } from "./store-files";

/**
 * Whoever acts on a thread that the batch has touched waits no longer than this for it, and never in a circle: PostgreSQL looks
 * for deadlocks after a second.
 */
const LOCK_MS = 300;

/**
 * Stores raw messages of one workspace in the given order, each as `ingestMessage` does, in one transaction.
 * @returns for each what became of it; null for Junk that concerns nobody
 * @throws when one of them cannot be stored, or somebody holds what they need: then none is, and each is to be tried by itself
 */
export async function ingestMessages(
  { db, now }: { db: Database; now: Clock },
  inputs: IngestInput[],
): Promise<(IngestResult | null)[]> {
  const [only] = inputs;
  if (!only) return [];
  if (inputs.length === 1) return [await ingestFound({ db, now }, only)];
  const own = await ownMailboxes(db, only.workspaceId);
  const read = await Promise.all(
    inputs.map(async (input) => directionOfMessage(await readMessage(input.raw, now()), input, own)),
  );
  for (const message of read) await storeFiles(message);
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local lock_timeout = ${sql.raw(String(LOCK_MS))}`);
    const locked = new Set<string>();
    const results: (IngestResult | null)[] = [];
    for (const message of read) {
      if (!locked.has(message.mailboxId)) await lockMailbox(tx, message.mailboxId);
      locked.add(message.mailboxId);
      results.push(await ingestLocked(tx, message, now));
    }
    return results;
  });
}
