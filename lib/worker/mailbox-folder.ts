import { fetchIdentities } from "@/lib/mail/imap/fetch-identities";
import { fetchNew, type NewMessages } from "@/lib/mail/imap/fetch-new";
import { openFolder } from "@/lib/mail/imap/open-folder";
import { searchUids } from "@/lib/mail/imap/search-uids";
import { readAfresh } from "./mailbox-folder-afresh";
import { followChanges } from "./mailbox-folder-changes";
import type { Folder } from "./mailbox-folder-row";
import { ingestBatch } from "./mailbox-ingest";
import { interestingJunk } from "./mailbox-known";
import { savePlaces } from "./mailbox-places";
import type { FolderReport, Session } from "./mailbox-session";
import { carrySeen } from "./mailbox-seen";

/**
 * Stores what is new in a folder, and follows what became of the rest. After each batch it is written down how far it came.
 * A folder whose UIDs hold no longer (another UIDVALIDITY, or a next UID that was given away before) is compared afresh.
 */
export async function syncFolder(session: Session, folder: Folder): Promise<FolderReport> {
  const startedAt = session.deps.now();
  const open = await openFolder(session.client, folder.path);
  const holds = folder.uidValidity === open.uidValidity && (open.uidNext === null || open.uidNext > folder.lastUid);
  if (!holds) return readAfresh(session, folder, open, startedAt);
  const report = await readOn(session, folder);
  if (!report.isWhole) return report;
  const highestModseq = await followChanges(session, report.folder, open);
  const progress = { highestModseq, lastSyncedAt: startedAt };
  await savePlaces(session.deps.db, folder.id, [], progress);
  return { ...report, folder: { ...report.folder, ...progress } };
}

async function readOn(session: Session, folder: Folder): Promise<FolderReport> {
  const { deps, mailbox, client, signal } = session;
  let { lastUid } = folder;
  let stored = 0;
  let isWhole = true;
  const { wanted, upTo } = await wantedOf(session, folder);
  for await (const batch of fetchNew(client, wanted)) {
    signal.throwIfAborted();
    const ingested = await ingestBatch(deps, mailbox, folder, batch);
    stored += ingested.stored;
    lastUid = Math.max(lastUid, batch.at(-1)?.uid ?? 0);
    await savePlaces(deps.db, folder.id, ingested.places, { lastUid });
    await carrySeen(session, arrivedSeen(ingested.places));
    if ((isWhole = !session.isTurnOver()) === false) break;
  }
  if (isWhole && upTo > lastUid) lastUid = upTo;
  return { folder: { ...folder, lastUid }, stored, isWhole };
}

/** Of Junk only what may be of interest is fetched; what was looked at and passed over counts as read. */
async function wantedOf(
  { client, deps, mailbox }: Session,
  { role, lastUid }: Folder,
): Promise<{ wanted: NewMessages; upTo: number }> {
  if (role !== "junk") return { wanted: { after: lastUid }, upTo: 0 };
  const uids = (await searchUids(client, { uid: `${lastUid + 1}:*` })).filter((uid) => uid > lastUid);
  const wanted = await interestingJunk(deps.db, mailbox, await fetchIdentities(client, uids));
  return { wanted: { uids: wanted.map(({ uid }) => uid) }, upTo: uids.at(-1) ?? 0 };
}

const arrivedSeen = (places: { messageId: string; isSeen: boolean }[]) => places.filter(({ isSeen }) => isSeen);
