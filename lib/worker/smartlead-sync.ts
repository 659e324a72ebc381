import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/core/log";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import type { WorkerDeps } from "./deps";
import { makeBell, type Bell } from "./mailbox-bell";
import { LEASE_SECONDS } from "./mailbox-lease";
import { leaseConnections, releaseConnections } from "./smartlead-lease";
import { readAccount, SMARTLEAD_PACE, type SmartleadPace } from "./smartlead-reader";

export type SmartleadSyncOptions = WorkerDeps & {
  workerId: string;
  /** Aborting ends all readers; what is being stored is stored. */
  signal: AbortSignal;
  pace?: Partial<SmartleadPace>;
};

type Reader = {
  row: ConnectionRow;
  stop: AbortController;
  bells: { poll: Bell; first: Bell };
  rungAt: number;
  ended: Promise<void>;
};

const ROUND_MS = 500;
/** An account that fails is not tried more often than this, however often somebody asks. */
const RETRY_ON_REQUEST_MS = 5_000;

/** Reads all accounts at Smartlead that this worker can lease, each by itself, so that one that fails delays no other. */
export async function runSmartleadSync(options: SmartleadSyncOptions): Promise<void> {
  const { db, workerId, signal } = options;
  const readers = new Map<string, Reader>();
  let leasedAt = Date.now();
  while (!signal.aborted) {
    try {
      const asked = Date.now();
      const mine = await leaseConnections(db, workerId);
      leasedAt = asked;
      await stopOthers(readers, mine);
      for (const row of mine) attend(readers, row, options);
    } catch (error) {
      log.error({ err: error }, "accounts at Smartlead could not be leased");
      // Nobody else may read what we still read: without a renewal in time, all of it ends.
      if (Date.now() - leasedAt > (LEASE_SECONDS - 5) * 1_000) await stopOthers(readers, []);
    }
    await sleep(ROUND_MS, undefined, { signal }).catch(() => undefined);
  }
  await stopOthers(readers, []);
  await releaseConnections(db, workerId).catch((err: unknown) => log.warn({ err }, "leases could not be given back"));
}

/** Ends the readers of accounts that are not ours any more or got another key. */
async function stopOthers(readers: Map<string, Reader>, mine: ConnectionRow[]): Promise<void> {
  const kept = new Map(mine.map(({ id, keyHash }) => [id, keyHash]));
  const leaving = [...readers].filter(([id, { row }]) => kept.get(id) !== row.keyHash);
  for (const [id, { stop }] of leaving) {
    stop.abort();
    readers.delete(id);
  }
  await Promise.all(leaving.map(([, { ended }]) => ended));
}

/** Starts an account's reader, or passes on what somebody wants of it. */
function attend(readers: Map<string, Reader>, row: ConnectionRow, { pace, ...options }: SmartleadSyncOptions): void {
  const known = readers.get(row.id);
  if (known) {
    known.row = row;
    const rest = row.state === "failing" ? RETRY_ON_REQUEST_MS : 0;
    if (!isWanted(row) || Date.now() - known.rungAt < rest) return;
    known.rungAt = Date.now();
    known.bells.poll.ring();
    known.bells.first.ring();
    return;
  }
  const stop = new AbortController();
  const bells = { poll: makeBell(), first: makeBell() };
  const reader: Reader = { row, stop, bells, rungAt: 0, ended: Promise.resolve() };
  const { db, now, smartlead, readers: threads } = options;
  const deps = { db, now, readers: threads, ...(smartlead ? { smartlead } : {}) };
  const own = { pace: { ...SMARTLEAD_PACE, ...pace }, bells, signal: stop.signal };
  reader.ended = readAccount({ deps, row: () => reader.row, ...own });
  readers.set(row.id, reader);
}

/** A request that came after the last poll began is not answered by it. A refused key is tried in its own time only. */
function isWanted({ state, stateReason, pollRequestedAt, lastPolledAt, nextAttemptAt }: ConnectionRow): boolean {
  // Somebody set it right, or asks for a try at once.
  if (state === "failing" && nextAttemptAt === null) return true;
  if (state === "failing" && stateReason === "auth") return false;
  return pollRequestedAt !== null && (lastPolledAt === null || lastPolledAt <= pollRequestedAt);
}
