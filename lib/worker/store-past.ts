import { and, eq, isNull } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxes } from "@/lib/db/schema";
import { ingestFound, storeFound } from "@/lib/services/messages/ingest-message";
import type { IngestInput, IngestResult } from "@/lib/services/messages/ingest-types";
import { readIncoming } from "@/lib/services/messages/read-incoming";
import { storeIncoming } from "@/lib/services/messages/store-incoming";
import type { WorkerDeps } from "./deps";

/** `known` were stored before; `failed` could not be stored. */
export type PastMailCounts = { read: number; added: number; known: number; failed: number };
type Owner = { id: string; workspaceId: string };
type Way = { source: IngestInput["source"]; counts: PastMailCounts; signal: AbortSignal };

/**
 * Stores a batch of past mail in one go where that works, else one by one, so that one that cannot be stored stops no other.
 * @returns those that could not be stored
 */
export async function storePast<Found extends { raw: Buffer }>(
  deps: WorkerDeps,
  { id: mailboxId, workspaceId }: Owner,
  batch: Found[],
  { source, counts, signal }: Way,
): Promise<Found[]> {
  const inputs = batch.map(({ raw }) => ({ workspaceId, mailboxId, raw, source, isPast: true }));
  const count = (result: IngestResult | null) => counts[result?.isNew ? "added" : "known"]++;
  const incoming = await readIncoming(deps, inputs).catch(() => null);
  const stored = incoming && (await storeIncoming(deps, incoming).catch(() => null));
  if (stored) {
    counts.read += batch.length;
    for (const result of stored) count(result);
    return [];
  }
  const failed: Found[] = [];
  for (const [index, found] of batch.entries()) {
    signal.throwIfAborted();
    counts.read++;
    try {
      const read = incoming?.[index];
      count(await (read ? storeFound(deps, read) : ingestFound(deps, inputs[index]!)));
    } catch (error) {
      counts.failed++;
      failed.push(found);
      log.warn({ err: error, mailboxId, source }, "a past message could not be stored");
    }
  }
  return failed;
}

/** Somebody may have disabled or removed the mailbox since. */
export async function isStillRead({ db }: WorkerDeps, id: string): Promise<boolean> {
  const isThere = and(eq(mailboxes.id, id), isNull(mailboxes.disabledAt), isNull(mailboxes.removedAt));
  return (await db.$count(mailboxes, isThere)) > 0;
}
