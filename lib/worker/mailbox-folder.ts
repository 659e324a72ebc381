import { eq } from "drizzle-orm";
import { mailboxFolders } from "@/lib/db/schema";
import type { ImapClient } from "@/lib/mail/imap/client";
import { fetchNew, type NewMessages } from "@/lib/mail/imap/fetch-new";
import { openFolder, type OpenFolder } from "@/lib/mail/imap/open-folder";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import { ingestPatiently } from "./mailbox-ingest";
import type { Mailbox } from "./mailbox-lease";

const DAY_MS = 86_400_000;
/** The first reading of a folder goes back this far, and takes no more than the newest of it. */
const FIRST_DAYS = 30;
const FIRST_MESSAGES = 500;
/** After a UIDVALIDITY change: from shortly before the last good sync on. What is known already adds nothing. */
const OVERLAP_DAYS = 2;
const RESYNC_MESSAGES = 10_000;

/** The folder's row, made at first sight. */
export async function folderOf(
  { db }: WorkerDeps,
  mailbox: Mailbox,
  path: string,
  role: "inbox" | "sent",
): Promise<Folder> {
  const [row] = await db
    .insert(mailboxFolders)
    .values({ mailboxId: mailbox.id, path, role })
    .onConflictDoUpdate({ target: [mailboxFolders.mailboxId, mailboxFolders.path], set: { role } })
    .returning();
  return row!;
}

/**
 * Stores what is new in a folder, and remembers after each batch how far it came.
 * @returns the folder as it stands now, and how many messages were new to us
 */
export async function syncFolder(
  deps: WorkerDeps,
  mailbox: Mailbox,
  client: ImapClient,
  folder: Folder,
  signal: AbortSignal,
): Promise<{ folder: Folder; stored: number }> {
  const startedAt = deps.now();
  const open = await openFolder(client, folder.path);
  const isKnown = folder.uidValidity === open.uidValidity;
  let lastUid = isKnown ? folder.lastUid : 0;
  let stored = 0;
  for await (const batch of fetchNew(client, wantedOf(folder, open, startedAt))) {
    for (const message of batch) {
      signal.throwIfAborted();
      stored += Number(await ingestPatiently(deps, mailbox, folder, message));
      lastUid = Math.max(lastUid, message.uid);
    }
    await remember(deps, folder.id, { lastUid, uidValidity: open.uidValidity });
  }
  // After a first reading or a resync what is older is left alone for good.
  if (!isKnown) lastUid = Math.max(lastUid, open.uidNext - 1);
  const now = { lastUid, uidValidity: open.uidValidity, lastSyncedAt: startedAt };
  await remember(deps, folder.id, now);
  return { folder: { ...folder, ...now }, stored };
}

function wantedOf(folder: Folder, open: OpenFolder, startedAt: Date): NewMessages {
  if (folder.uidValidity === open.uidValidity) return { after: folder.lastUid };
  if (folder.lastSyncedAt)
    return { since: new Date(folder.lastSyncedAt.getTime() - OVERLAP_DAYS * DAY_MS), atMost: RESYNC_MESSAGES };
  return { since: new Date(startedAt.getTime() - FIRST_DAYS * DAY_MS), atMost: FIRST_MESSAGES };
}

async function remember({ db }: WorkerDeps, id: string, values: Partial<Folder>): Promise<void> {
  await db.update(mailboxFolders).set(values).where(eq(mailboxFolders.id, id));
}
