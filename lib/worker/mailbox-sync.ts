import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "@/lib/core/clock";
import { log } from "@/lib/core/log";
import type { Database } from "@/lib/db/client";
import { isUnreadable } from "@/lib/domain/mailbox-state-word";
import { knownServer } from "@/lib/mail/providers/known-servers";
import { makeBell, type Bell } from "./mailbox-bell";
import { imapFingerprint } from "./mailbox-imap-config";
import { LEASE_SECONDS, leaseMailboxes, releaseLeases, type Mailbox } from "./mailbox-lease";
import { PACE, readMailbox, type Pace, type Standing } from "./mailbox-reader";
import type { MailReaders } from "./mail-readers";
import { makeTurns, type Turns } from "./mailbox-turns";

export type MailboxSyncOptions = {
  db: Database;
  now: Clock;
  workerId: string;
  /** Aborting ends all readers; what is being stored is stored. */
  signal: AbortSignal;
  /** Called when a round has stored something new. */
  onChange?: () => void;
  readers?: MailReaders | undefined;
  /** Tests hurry. */
  pace?: Partial<Pace>;
  connections?: { perHost: (host: string) => number; overall: number };
};

type Reader = {
  fingerprint: string;
  stop: AbortController;
  bell: Bell;
  standing: Standing;
  rungAt: number;
  ended: Promise<void>;
};

/** More mailboxes of one server than this take turns. */
const CONNECTIONS = { perHost: (host: string) => knownServer(host)?.connections ?? 10, overall: 400 };
const DOORS = { perHost: () => 6, overall: Infinity };
const ROUND_MS = 1_000;
/** A mailbox that fails, or a folder of which is refused, is not tried more often than this, however often somebody asks. */
const RETRY_ON_REQUEST_MS = 5_000;

/**
 * Reads all real mailboxes that this worker can lease, each on a connection and in a loop of its own, so that one that fails
 * delays no other. New, changed and disabled mailboxes and requests for a fresh sync are seen each second.
 */
export async function runMailboxSync(options: MailboxSyncOptions): Promise<void> {
  const { db, workerId, signal } = options;
  const places = { turns: makeTurns(options.connections ?? CONNECTIONS), doors: makeTurns(DOORS) };
  const readers = new Map<string, Reader>();
  let leasedAt = Date.now();
  while (!signal.aborted) {
    try {
      const asked = Date.now();
      const mine = await leaseMailboxes(db, workerId);
      leasedAt = asked;
      await stopOthers(readers, mine);
      for (const mailbox of mine) attend(readers, mailbox, places, options);
    } catch (error) {
      log.error({ err: error }, "mailboxes could not be leased");
      // Nobody else may read what we still read: without a renewal in time, all of it ends.
      if (Date.now() - leasedAt > (LEASE_SECONDS - 5) * 1_000) await stopOthers(readers, []);
    }
    await sleep(ROUND_MS, undefined, { signal }).catch(() => undefined);
  }
  await stopOthers(readers, []);
  await releaseLeases(db, workerId).catch((err: unknown) => log.warn({ err }, "leases could not be given back"));
}

/** Ends the readers of mailboxes that are not ours any more or whose servers changed. */
async function stopOthers(readers: Map<string, Reader>, mine: Mailbox[]): Promise<void> {
  const kept = new Map(mine.map((mailbox) => [mailbox.id, fingerprintOf(mailbox)]));
  const leaving = [...readers].filter(([id, reader]) => kept.get(id) !== reader.fingerprint);
  for (const [id, { stop }] of leaving) {
    stop.abort();
    readers.delete(id);
  }
  await Promise.all(leaving.map(([, { ended }]) => ended));
}

/** Equal as long as its reader may go on as it began. */
const fingerprintOf = (mailbox: Mailbox): string =>
  JSON.stringify([imapFingerprint(mailbox), mailbox.sentFolder, mailbox.followsSeen, mailbox.readsJunk]);

/** Starts a mailbox's reader, or passes on that somebody waits for a fresh sync. */
function attend(
  readers: Map<string, Reader>,
  mailbox: Mailbox,
  places: { turns: Turns; doors: Turns },
  { db, now, onChange, pace, readers: threads }: MailboxSyncOptions,
): void {
  const reader = readers.get(mailbox.id);
  if (reader) {
    const { failures, isPartial } = reader.standing;
    const pause = isUnreadable(mailbox) || failures > 0 || isPartial ? RETRY_ON_REQUEST_MS : 0;
    if (!isWanted(mailbox) || Date.now() - reader.rungAt < pause) return;
    reader.rungAt = Date.now();
    reader.bell.ring();
    return;
  }
  const stop = new AbortController();
  const bell = makeBell();
  const wellAt = mailbox.lastSyncedAt?.getTime() ?? null;
  const standing = {
    failures: 0,
    wellAt,
    comparedAt: new Map(),
    failedAt: null,
    keptBack: new Map(),
    isPartial: false,
  };
  const own = { signal: stop.signal, bell, ...places, standing, onChange, pace: { ...PACE, ...pace } };
  const ended = readMailbox({ db, now, readers: threads }, mailbox, own);
  readers.set(mailbox.id, { fingerprint: fingerprintOf(mailbox), stop, bell, standing, rungAt: 0, ended });
}

/** A request that came after the last sync began is not answered by it. A refused password is tried in its own time only. */
function isWanted({ state, stateReason, syncRequestedAt, lastSyncedAt, nextAttemptAt }: Mailbox): boolean {
  // Somebody set the mailbox right.
  if (state === "failing" && nextAttemptAt === null) return true;
  if (state === "failing" && stateReason === "auth") return false;
  return syncRequestedAt !== null && (lastSyncedAt === null || lastSyncedAt <= syncRequestedAt);
}
