import { and, eq } from "drizzle-orm";
import { log } from "@/lib/core/log";
import { mailboxFolders } from "@/lib/db/schema";
import type { ImapClient } from "@/lib/mail/imap/client";
import { connectImap } from "@/lib/mail/imap/connect";
import { fetchNew } from "@/lib/mail/imap/fetch-new";
import { findFolders } from "@/lib/mail/imap/find-folders";
import { openFolder } from "@/lib/mail/imap/open-folder";
import type { WorkerDeps } from "./deps";
import { imapConfigOf } from "./mailbox-imap-config";
import type { Mailbox } from "./mailbox-lease";
import { isStillRead, storePast, type PastMailCounts } from "./store-past";

type Options = { days: number; signal: AbortSignal; onProgress?: (counts: PastMailCounts) => void };

const DAY_MS = 86_400_000;
/** The newest of a folder; more than that is a matter for files. */
const MOST_MESSAGES = 200_000;

/**
 * Reads what came and went in a mailbox in the last days, on a connection of its own beside the one that waits for new mail.
 * Sent comes before INBOX, so that whoever was written to is known. What is stored already adds nothing, so that it may be
 * stopped and begun again; it stops by itself when the mailbox is disabled or removed.
 * @throws what `imapFailureOf` reads
 */
export async function readPastMail(deps: WorkerDeps, mailbox: Mailbox, options: Options): Promise<PastMailCounts> {
  const counts: PastMailCounts = { read: 0, added: 0, known: 0, failed: 0 };
  const client = await connectImap(await imapConfigOf(deps, mailbox), { signal: options.signal });
  try {
    const { inbox, sent } = await findFolders(client, { sent: mailbox.sentFolder });
    if (sent) await readFolder(deps, mailbox, client, { path: sent, source: "sent", counts, ...options });
    if (!(await isStillRead(deps, mailbox.id))) return counts;
    await readFolder(deps, mailbox, client, { path: inbox, source: "inbox", counts, ...options });
  } finally {
    client.close();
  }
  return counts;
}

type Folder = Options & { path: string; source: "sent" | "inbox"; counts: PastMailCounts };

async function readFolder(deps: WorkerDeps, mailbox: Mailbox, client: ImapClient, folder: Folder): Promise<void> {
  const { path, source, counts, days, signal, onProgress } = folder;
  const { id: mailboxId } = mailbox;
  const { uidValidity } = await openFolder(client, path);
  const upTo = await readUpTo(deps, mailbox, path, uidValidity);
  const since = new Date(deps.now().getTime() - days * DAY_MS);
  const wanted = { since, atMost: MOST_MESSAGES, ...(upTo === null ? {} : { upTo }) };
  const passOver = (uid: number) => {
    counts.failed++;
    log.warn({ mailboxId, folder: source, uid }, "a past message is kept back by the server");
    return true;
  };
  for await (const batch of fetchNew(client, wanted, passOver)) {
    signal.throwIfAborted();
    await storePast(deps, mailbox, batch, folder);
    onProgress?.(counts);
    if (!(await isStillRead(deps, mailboxId))) return;
  }
}

/** What is newer is the live reader's, and has to arrive as new. @returns null when it has not read the folder yet */
async function readUpTo(
  { db }: WorkerDeps,
  { id }: Mailbox,
  path: string,
  uidValidity: number,
): Promise<number | null> {
  const [row] = await db
    .select({ uidValidity: mailboxFolders.uidValidity, lastUid: mailboxFolders.lastUid })
    .from(mailboxFolders)
    .where(and(eq(mailboxFolders.mailboxId, id), eq(mailboxFolders.path, path)));
  return row?.uidValidity === uidValidity ? row.lastUid : null;
}
