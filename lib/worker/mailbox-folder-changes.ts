import { allSeen, changesSince, tellsExpunges, uidsLeft } from "@/lib/mail/imap/folder-changes";
import type { OpenFolder } from "@/lib/mail/imap/open-folder";
import type { Folder } from "./mailbox-folder-row";
import { dropPlaces, firstPlaceOf, markPlaces, placesOf } from "./mailbox-places";
import { carrySeen } from "./mailbox-seen";
import type { Session } from "./mailbox-session";

/** Where the server does not tell what changed, all of a folder is compared this often. */
export const COMPARE_MS = { telling: 6 * 3_600_000, silent: 300_000 };

/**
 * Lets our places follow what became of known messages in the open folder: read elsewhere, expunged, moved away. Servers with
 * CONDSTORE and QRESYNC (RFC 7162) are asked what changed; others are compared at intervals. One that crashed may have lost what
 * it would tell, and count from lower on: then its folders are compared as well.
 * @returns the modification sequence up to which it was followed
 */
export async function followChanges(session: Session, folder: Folder, open: OpenFolder): Promise<string | null> {
  const { client, deps } = session;
  const { highestModseq } = open;
  const isTold =
    highestModseq !== null && folder.highestModseq !== null && BigInt(highestModseq) >= BigInt(folder.highestModseq);
  // From nothing, or from what the server no longer knows, no change is told.
  const isAtSea = highestModseq !== null && !isTold;
  if (isTold && highestModseq !== folder.highestModseq) {
    const { seen, gone } = await changesSince(client, { lastUid: folder.lastUid, modseq: folder.highestModseq! });
    await carrySeen(session, await markPlaces(deps.db, folder.id, seen));
    await dropPlaces(deps.db, folder.id, gone);
  }
  if (isAtSea || isCompareDue(session, folder, isTold && tellsExpunges(client))) {
    await compare(session, folder, isTold);
    session.comparedAt.set(folder.id, Date.now());
  }
  return highestModseq;
}

/** @param isTelling the server tells changes and expunges; what it told is doubted after each failure */
export function isCompareDue({ comparedAt, failedAt }: Session, folder: Folder, isTelling: boolean): boolean {
  const last = comparedAt.get(folder.id) ?? 0;
  if (isTelling && failedAt !== null && last <= failedAt) return true;
  return Date.now() - last >= (isTelling ? COMPARE_MS.telling : COMPARE_MS.silent);
}

async function compare(session: Session, folder: Folder, knowsFlags: boolean): Promise<void> {
  const { client, deps } = session;
  const first = await firstPlaceOf(deps.db, folder.id);
  if (first === null) return;
  const places = await placesOf(deps.db, folder.id);
  // One by one: as arguments of one call a large folder's are too many.
  let last = first;
  for (const uid of places.keys()) last = Math.max(last, uid);
  const seen = knowsFlags ? null : await allSeen(client, first, last);
  const left = new Set(seen ? seen.keys() : await uidsLeft(client, first, last));
  if (seen) {
    const changed = [...seen].filter(([uid, isSeen]) => (places.get(uid)?.isSeen ?? isSeen) !== isSeen);
    await carrySeen(session, await markPlaces(deps.db, folder.id, new Map(changed)));
  }
  await dropPlaces(
    deps.db,
    folder.id,
    [...places.keys()].filter((uid) => !left.has(uid)),
  );
}
