import { fetchIdentities } from "@/lib/mail/imap/fetch-identities";
import { fetchNew, type NewMessages } from "@/lib/mail/imap/fetch-new";
import { openFolder } from "@/lib/mail/imap/open-folder";
import { searchUids } from "@/lib/mail/imap/search-uids";
import { readAfresh } from "./mailbox-folder-afresh";
import { followChanges } from "./mailbox-folder-changes";
import { ahead } from "./ahead";
import type { Folder } from "./mailbox-folder-row";
import { readBatch, storeBatch } from "./mailbox-ingest";
import { interestingJunk, knownAmong } from "./mailbox-known";
import { passOver } from "./mailbox-kept-back";
import { savePlaces, type Place } from "./mailbox-places";
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
  const { wanted, moved, upTo } = await wantedOf(session, folder);
  // First: what is stored next may count as read what lies before it.
  if (moved.length > 0) await savePlaces(deps.db, folder.id, moved);
  let passed = 0;
  const isPassedOver = passOver(session, folder);
  const fetched = fetchNew(client, wanted, async (uid) => {
    if (!(await isPassedOver(uid))) return false;
    passed = uid;
    return true;
  });
  const goesOn = () => (isWhole &&= !session.isTurnOver());
  const read = ahead(fetched, (batch) => readBatch(deps, mailbox, folder, batch), goesOn);
  // Where a batch lies is written down while the next one is stored: one that is stored and not written down is read again.
  let writing = Promise.resolve();
  try {
    for await (const batch of read) {
      signal.throwIfAborted();
      const ingested = await storeBatch(deps, mailbox, folder, batch);
      await writing;
      stored += ingested.stored;
      lastUid = Math.max(lastUid, batch.fetched.at(-1)?.uid ?? 0);
      writing = writeDown(session, folder, ingested.places, lastUid);
      // Whoever waits for it is told.
      writing.catch(() => undefined);
      // What is carried over holds threads that the next batch may need.
      if (mailbox.followsSeen) await writing;
    }
    await writing;
  } finally {
    await Promise.allSettled([writing]);
  }
  if (isWhole && Math.max(upTo, passed) > lastUid) {
    lastUid = Math.max(upTo, passed);
    await savePlaces(deps.db, folder.id, [], { lastUid });
  }
  return { folder: { ...folder, lastUid }, stored, isWhole };
}

async function writeDown(session: Session, { id }: Folder, places: Place[], lastUid: number): Promise<void> {
  await savePlaces(session.deps.db, id, places, { lastUid });
  await carrySeen(
    session,
    places.filter(({ isSeen }) => isSeen),
  );
}

/**
 * Of Junk only what may be of interest is fetched; what was looked at and passed over counts as read.
 * @returns also what is stored already and was `moved` there
 */
async function wantedOf(
  { client, deps, mailbox }: Session,
  { role, lastUid }: Folder,
): Promise<{ wanted: NewMessages; moved: Place[]; upTo: number }> {
  if (role !== "junk") return { wanted: { after: lastUid }, moved: [], upTo: 0 };
  const uids = (await searchUids(client, { uid: `${lastUid + 1}:*` })).filter((uid) => uid > lastUid);
  const identities = await fetchIdentities(client, uids);
  const known = await knownAmong(deps.db, mailbox, identities);
  const wanted = await interestingJunk(
    deps.db,
    mailbox,
    identities.filter(({ uid }) => !known.get(uid)?.isSame),
  );
  const moved = identities.flatMap(({ uid, isSeen }) => {
    const same = known.get(uid);
    return same?.isSame ? [{ uid, isSeen, messageId: same.id }] : [];
  });
  return { wanted: { uids: wanted.map(({ uid }) => uid) }, moved, upTo: uids.at(-1) ?? 0 };
}
