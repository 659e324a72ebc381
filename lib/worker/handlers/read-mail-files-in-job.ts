import { and, eq, inArray } from "drizzle-orm";
import { mailboxes, uploads } from "@/lib/db/schema";
import { isUnsent } from "@/lib/mail/files/is-unsent";
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
 * Reads files of mail into a mailbox in their order and writes down how it went: `failedAt` counts messages from 1 over all files;
 * drafts and what was deleted in the other program are left out. A broken message is stored as well, so what is not stored is our own
 * fault: the files stay then, as long as the queue tries again, and what is stored adds nothing.
 * @throws what the queue tries again after
 */
export async function readMailFilesInJob(deps: WorkerDeps, { mailboxId, name, uploadIds }: Order): Promise<void> {
  const { db } = deps;
  const [mailbox] = await db.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
  if (!mailbox) return;
  const { workspaceId } = mailbox;
  const isOrdered = and(inArray(uploads.id, uploadIds), eq(uploads.workspaceId, workspaceId));
  const rows = await db.select().from(uploads).where(isOrdered);
  // It was read by the time the queue gave it out again.
  if (rows.length === 0) return;
  const counts: PastMailCounts = { read: 0, added: 0, known: 0, failed: 0 };
  const failedAt: number[] = [];
  let leftOut = 0;
  const tell = (tx: typeof db, kind: string) => {
    const data = { name, ...counts, leftOut, failedAt: failedAt.slice(0, MOST_NAMED) };
    return record(tx, { workspaceId }, kind, { subjectId: mailboxId, data });
  };
  const way = { source: "import" as const, counts, signal: AbortSignal.timeout(LONGEST_MS) };
  const order = uploadIds.flatMap((id) => rows.filter((row) => row.id === id));
  try {
    let unstored = 0;
    for await (const batch of batchesOf(messagesOf(order.map(({ storageKey }) => storageKey)))) {
      way.signal.throwIfAborted();
      // Somebody has disabled or removed the mailbox, before or since.
      if (!(await isStillRead(deps, mailboxId))) return await tell(db, "import.mail_failed");
      const { empty, unsent, mail } = sorted(batch);
      counts.read += empty.length + unsent.length;
      counts.failed += empty.length;
      leftOut += unsent.length;
      const left = await storePast(deps, mailbox, mail, way);
      unstored += left.length;
      failedAt.push(...[...empty, ...left].map(({ number }) => number).toSorted((one, other) => one - other));
    }
    if (unstored > 0) throw new Error("messages could not be stored");
  } catch (error) {
    await tell(db, "import.mail_failed");
    throw error;
  }
  await db.transaction(async (tx) => {
    await tell(tx, "import.mail");
    await tx.delete(uploads).where(isOrdered);
  });
  for (const { storageKey } of rows) await deleteFile(storageKey).catch(() => undefined);
}

function sorted(batch: Found[]): { empty: Found[]; unsent: Found[]; mail: Found[] } {
  const empty = batch.filter(({ raw }) => isEmptyMail(raw));
  const unsent = batch.filter(({ raw }) => isUnsent(raw));
  return { empty, unsent, mail: batch.filter((each) => !empty.includes(each) && !unsent.includes(each)) };
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
