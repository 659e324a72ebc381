import { fetchIdentities, type Identity } from "@/lib/mail/imap/fetch-identities";
import { fetchNew } from "@/lib/mail/imap/fetch-new";
import type { OpenFolder } from "@/lib/mail/imap/open-folder";
import { searchUids } from "@/lib/mail/imap/search-uids";
import { ahead } from "./ahead";
import type { Folder } from "./mailbox-folder-row";
import { readBatch, storeBatch } from "./mailbox-ingest";
import { interestingJunk, knownAmong } from "./mailbox-known";
import { passOver } from "./mailbox-kept-back";
import { replacePlaces, type Place } from "./mailbox-places";
import { carrySeen } from "./mailbox-seen";
import type { FolderReport, Session } from "./mailbox-session";

const DAY_MS = 86_400_000;
/** The first reading of a folder goes back this far, and takes no more than the newest of it. */
const FIRST_DAYS = 30;
const FIRST_MESSAGES = 500;
/** A comparison looks at the newest messages, and takes for new what came shortly before the last good look or later. */
const COMPARED_MESSAGES = 20_000;
const OVERLAP_DAYS = 2;
/** The server's clock need not be ours, and tells whole seconds. */
const SKEW_MS = 60_000;

/**
 * Reads a folder whose UIDs say nothing to us: at first sight, or after they changed. What is stored already is recognised by
 * Message-ID and size and not fetched again. Only at the end is it written down, so that one that is broken off begins again
 * and skips what it had; what arrives meanwhile has a UID beyond `uidNext` and is read by the next look.
 */
export async function readAfresh(
  session: Session,
  folder: Folder,
  open: OpenFolder,
  startedAt: Date,
): Promise<FolderReport> {
  const { deps, mailbox, client, signal } = session;
  const { uids, end } = await uidsOf(session, folder, open, startedAt);
  const identities = await fetchIdentities(client, uids);
  const known = await knownAmong(deps.db, mailbox, identities);
  const isHere = ({ uid }: Identity) => known.get(uid)?.isSame === true;
  const places: Place[] = identities
    .filter(isHere)
    .map(({ uid, isSeen }) => ({ uid, isSeen, messageId: known.get(uid)!.id }));
  const wanted = await wantedOf(session, folder, identities, known);
  let stored = 0;
  const isPassedOver = passOver(session, { ...folder, uidValidity: open.uidValidity });
  const news = newsAmong(folder, wanted);
  const isQuiet = (uid: number) => !news.has(uid);
  const fetched = fetchNew(client, { uids: wanted.map(({ uid }) => uid) }, isPassedOver);
  let isWhole = true;
  const goesOn = () => (isWhole &&= !session.isTurnOver());
  const read = ahead(fetched, (batch) => readBatch(deps, mailbox, folder, batch, isQuiet), goesOn);
  for await (const batch of read) {
    signal.throwIfAborted();
    const ingested = await storeBatch(deps, mailbox, folder, batch);
    stored += ingested.stored;
    places.push(...ingested.places);
    await carrySeen(
      session,
      ingested.places.filter(({ isSeen }) => isSeen),
    );
  }
  if (!isWhole) return { folder, stored, isWhole };
  const { uidValidity, highestModseq } = open;
  const progress = { uidValidity, highestModseq, lastUid: end - 1, lastSyncedAt: startedAt };
  await replacePlaces(deps.db, folder.id, places, progress);
  session.comparedAt.set(folder.id, Date.now());
  return { folder: { ...folder, ...progress }, stored, isWhole: true };
}

/** What arrived since the last good look: a comparison only was the first to see it. A first reading brings no news. */
function newsAmong({ lastSyncedAt }: Folder, wanted: Identity[]): Set<number> {
  if (lastSyncedAt === null) return new Set();
  const since = lastSyncedAt.getTime() - SKEW_MS;
  return new Set(wanted.filter(({ arrivedAt }) => arrivedAt && arrivedAt.getTime() >= since).map(({ uid }) => uid));
}

/** `end`: what arrives from now on has this UID or a higher one, also where the server says no next UID. */
async function uidsOf({ client }: Session, folder: Folder, open: OpenFolder, startedAt: Date) {
  const isFirst = folder.lastSyncedAt === null;
  const end = open.uidNext ?? ((await searchUids(client, { all: true })).at(-1) ?? 0) + 1;
  const since = new Date(startedAt.getTime() - FIRST_DAYS * DAY_MS);
  const found = (await searchUids(client, isFirst ? { since } : { all: true })).filter((uid) => uid < end);
  return { uids: found.slice(-(isFirst ? FIRST_MESSAGES : COMPARED_MESSAGES)), end };
}

async function wantedOf(
  { deps, mailbox }: Session,
  folder: Folder,
  identities: Identity[],
  known: Map<number, { id: string; isSame: boolean }>,
): Promise<Identity[]> {
  const unknown = identities.filter(({ uid }) => known.get(uid)?.isSame !== true);
  let newest = 0;
  for (const uid of known.keys()) newest = Math.max(newest, uid);
  const wanted = unknown.filter((identity) => known.has(identity.uid) || isNewToUs(folder, identity, newest));
  return folder.role === "junk" ? interestingJunk(deps.db, mailbox, wanted) : wanted;
}

/**
 * At a comparison: what the first reading left out stays out. New is what lies behind the newest that we know (folders keep
 * their order), or arrived since shortly before the last good look, or bears the Message-ID of something known.
 */
function isNewToUs({ lastSyncedAt, lastUid }: Folder, { uid, arrivedAt }: Identity, newest: number): boolean {
  if (lastSyncedAt === null || lastUid === 0 || arrivedAt === null) return true;
  if (arrivedAt.getTime() >= lastSyncedAt.getTime() - OVERLAP_DAYS * DAY_MS) return true;
  return newest > 0 && uid > newest;
}
