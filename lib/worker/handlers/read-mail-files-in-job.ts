import { and, eq, inArray, isNull } from "drizzle-orm";
import { mailboxes, uploads } from "@/lib/db/schema";
import { isEmptyMail, messagesIn } from "@/lib/mail/files/messages-in";
import { record } from "@/lib/services/record";
import { deleteFile, openFile } from "@/lib/storage/storage";
import type { WorkerDeps } from "../deps";
import { isStillRead, storePast, type PastMailCounts } from "../store-past";

type Order = { mailboxId: string; name: string; uploadIds: string[] };
type Found = { raw: Buffer; number: number };

/** As long as the queue lets the job run; what is left is read when it is begun again. */
const LONGEST_MS = 5.9 * 3_600_000;
const BATCH = { messages: 50, bytes: 4 * 1024 * 1024 };
/** Of messages that could not be stored the first are named. */
const MOST_NAMED = 20;

/**
 * Reads files of mail into a mailbox in their order and writes down how it went: `failedAt` counts messages from 1 over all files.
 * The files go only when all is read, so that a job that is begun again finds them. @throws what the queue tries again after
 */
export async function readMailFilesInJob(deps: WorkerDeps, { mailboxId, name, uploadIds }: Order): Promise<void> {
  const { db } = deps;
  const [mailbox] = await db
    .select()
    .from(mailboxes)
    .where(and(eq(mailboxes.id, mailboxId), isNull(mailboxes.disabledAt), isNull(mailboxes.removedAt)));
  if (!mailbox) return;
  const { workspaceId } = mailbox;
  const isOrdered = and(inArray(uploads.id, uploadIds), eq(uploads.workspaceId, workspaceId));
  const rows = await db.select().from(uploads).where(isOrdered);
  // It was read by the time the queue gave it out again.
  if (rows.length === 0) return;
  const tell = (kind: string, data: Record<string, unknown>) =>
    record(db, { workspaceId }, kind, { subjectId: mailboxId, data: { name, ...data } });
  const counts: PastMailCounts = { read: 0, added: 0, known: 0, failed: 0 };
  const failedAt: number[] = [];
  const way = { source: "import" as const, counts, signal: AbortSignal.timeout(LONGEST_MS) };
  const order = uploadIds.flatMap((id) => rows.filter((row) => row.id === id));
  try {
    for await (const batch of batchesOf(messagesOf(order.map(({ storageKey }) => storageKey)))) {
      way.signal.throwIfAborted();
      if (!(await isStillRead(deps, mailboxId))) return;
      const empty = batch.filter(({ raw }) => isEmptyMail(raw));
      counts.read += empty.length;
      counts.failed += empty.length;
      const full = batch.filter(({ raw }) => !isEmptyMail(raw));
      const failed = [...empty, ...(await storePast(deps, mailbox, full, way))];
      failedAt.push(...failed.map(({ number }) => number).toSorted((a, b) => a - b));
    }
  } catch (error) {
    await tell("import.mail_failed", {});
    throw error;
  }
  await db.transaction(async (tx) => {
    await record(tx, { workspaceId }, "import.mail", {
      subjectId: mailboxId,
      data: { name, ...counts, failedAt: failedAt.slice(0, MOST_NAMED) },
    });
    await tx.delete(uploads).where(isOrdered);
  });
  for (const { storageKey } of rows) await deleteFile(storageKey).catch(() => undefined);
}

async function* messagesOf(keys: string[]): AsyncGenerator<Found> {
  let number = 0;
  for (const key of keys) for await (const raw of messagesIn(await openFile(key))) yield { raw, number: ++number };
}

async function* batchesOf(found: AsyncIterable<Found>): AsyncGenerator<Found[]> {
  let batch: Found[] = [];
  let bytes = 0;
  for await (const each of found) {
    batch.push(each);
    bytes += each.raw.length;
    if (batch.length < BATCH.messages && bytes < BATCH.bytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
