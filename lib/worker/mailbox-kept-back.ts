import type { PassOver } from "@/lib/mail/imap/fetch-new";
import type { WorkerDeps } from "./deps";
import type { Folder } from "./mailbox-folder-row";
import { recordSkipped } from "./mailbox-ingest";
import type { Mailbox } from "./mailbox-lease";

/** What a server did not hand over, by folder and UID: how often it was asked, since when (ms), and whether it was given up. */
export type KeptBack = Map<string, { times: number; since: number; isGivenUp: boolean }>;

/** A server whose storage is in trouble for a moment refuses as well: a message is asked for so often and so long (ms). */
export const PATIENCE = { times: 3, ms: 30_000 };

type Around = { deps: WorkerDeps; mailbox: Mailbox; keptBack: KeptBack };

/**
 * Goes past a message that the server has and never hands over, once it was asked for it often enough through all connections.
 * It is told, as what cannot be stored is, and stays on the server.
 */
export function passOver({ deps, mailbox, keptBack }: Around, folder: Folder): PassOver {
  return async (uid) => {
    const key = `${folder.id}:${folder.uidValidity}:${uid}`;
    const known = keptBack.get(key) ?? { times: 0, since: Date.now(), isGivenUp: false };
    if (known.isGivenUp) return true;
    known.times++;
    keptBack.set(key, known);
    if (known.times < PATIENCE.times || Date.now() - known.since < PATIENCE.ms) return false;
    await recordSkipped(deps.db, mailbox, folder, uid);
    known.isGivenUp = true;
    return true;
  };
}
