import { eq, inArray } from "drizzle-orm";
import { mailboxFolders, messagePlaces } from "@/lib/db/schema";
import type { ImapClient } from "@/lib/mail/imap/client";
import { findFolders } from "@/lib/mail/imap/find-folders";
import { folderStatus } from "@/lib/mail/imap/folder-status";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import type { Mailbox } from "./mailbox-lease";

export type ReadFolders = { inbox: Folder; sent: Folder | null; junk: Folder | null };

/**
 * The rows of the folders that are read, as the server lists them now. A renamed folder keeps its row. One that is gone is
 * forgotten but for when it was read: should it return, it is compared, not read from scratch. Junk is none of them where the
 * mailbox does not read it.
 */
export async function readFolders(deps: WorkerDeps, mailbox: Mailbox, client: ImapClient): Promise<ReadFolders> {
  const { inbox, sent, junk, all } = await findFolders(client, { sent: mailbox.sentFolder });
  const rows = await deps.db.select().from(mailboxFolders).where(eq(mailboxFolders.mailboxId, mailbox.id));
  const gone = rows.filter((row) => row.path !== inbox && !all.includes(row.path));
  const rowOf = async (path: string | null, role: Folder["role"]) => {
    if (path === null) return null;
    const known = rows.find((row) => row.path === path);
    const former = known ? undefined : await formerOf(client, path, gone, role);
    if (former) gone.splice(gone.indexOf(former), 1);
    return writeFolder(deps, mailbox, { path, role, former });
  };
  const found = {
    inbox: (await rowOf(inbox, "inbox"))!,
    sent: await rowOf(sent, "sent"),
    junk: await rowOf(mailbox.readsJunk ? junk : null, "junk"),
  };
  await forget(deps, gone);
  await forgetRefusals(deps, rows, [found.sent, found.junk]);
  return found;
}

/** Keeps since when a folder is refused, for whoever looks at the mailbox's health. @returns the row as it is then */
export async function noteRefusal({ db, now }: WorkerDeps, folder: Folder, isRefused: boolean): Promise<Folder> {
  if ((folder.refusedSince !== null) === isRefused) return folder;
  const refusedSince = isRefused ? now() : null;
  await db.update(mailboxFolders).set({ refusedSince }).where(eq(mailboxFolders.id, folder.id));
  return { ...folder, refusedSince };
}

/** What is not asked for any more (another Sent folder was chosen, Junk is not to be read) is refused by nobody. */
async function forgetRefusals({ db }: WorkerDeps, rows: Folder[], read: (Folder | null)[]): Promise<void> {
  const ids = rows
    .filter((row) => row.refusedSince !== null && !read.some((folder) => folder?.id === row.id))
    .map(({ id }) => id);
  if (ids.length > 0)
    await db.update(mailboxFolders).set({ refusedSince: null }).where(inArray(mailboxFolders.id, ids));
}

/** The row of the same folder under its former name: it had this part, and its UIDs hold (RFC 9051 §6.3.6). */
async function formerOf(
  client: ImapClient,
  path: string,
  gone: Folder[],
  role: Folder["role"],
): Promise<Folder | undefined> {
  const candidates = gone.filter((row) => row.role === role && row.uidValidity !== null);
  if (candidates.length === 0) return undefined;
  const status = await folderStatus(client, path);
  return candidates.find((row) => row.uidValidity === status?.uidValidity && status.uidNext > row.lastUid);
}

async function writeFolder(
  { db }: WorkerDeps,
  { id: mailboxId }: Mailbox,
  { path, role, former }: { path: string; role: Folder["role"]; former: Folder | undefined },
): Promise<Folder> {
  if (former) {
    const [moved] = await db.update(mailboxFolders).set({ path }).where(eq(mailboxFolders.id, former.id)).returning();
    return moved!;
  }
  const [row] = await db
    .insert(mailboxFolders)
    .values({ mailboxId, path, role })
    .onConflictDoUpdate({ target: [mailboxFolders.mailboxId, mailboxFolders.path], set: { role } })
    .returning();
  return row!;
}

async function forget({ db }: WorkerDeps, gone: Folder[]): Promise<void> {
  const ids = gone.filter((row) => row.uidValidity !== null).map(({ id }) => id);
  if (ids.length === 0) return;
  await db.transaction(async (tx) => {
    await tx.delete(messagePlaces).where(inArray(messagePlaces.folderId, ids));
    await tx
      .update(mailboxFolders)
      .set({ uidValidity: null, highestModseq: null })
      .where(inArray(mailboxFolders.id, ids));
  });
}
