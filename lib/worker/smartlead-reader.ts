import { setTimeout as sleep } from "node:timers/promises";
import { log } from "@/lib/core/log";
import type { SmartleadCallKind } from "@/lib/domain/smartlead";
import type { ConnectionRow } from "@/lib/services/smartlead/connection-of";
import { forgetOldRows } from "@/lib/services/smartlead/forget-old-rows";
import { setConnectionState, type ConnectionFailure } from "@/lib/services/smartlead/set-connection-state";
import { SmartleadFault } from "@/lib/smartlead/smartlead-api";
import type { WorkerDeps } from "./deps";
import type { Bell } from "./mailbox-bell";
import { smartleadApiOf } from "./smartlead-api-of";
import { discoverSmartlead } from "./smartlead-discover";
import { firstSyncStep, type FirstSyncMemory } from "./smartlead-first-sync";
import type { Reading } from "./smartlead-page";
import { pollReplies } from "./smartlead-poll";
import { sweepOne } from "./smartlead-sweep";
import type { Unread } from "./smartlead-unread";

/** How often each thing is done, in ms; tests hurry. */
export type SmartleadPace = {
  poll: number;
  /** A poll that looks back for days, and the names of campaigns and mailboxes. */
  deep: number;
  /** Between two looks for something to do, where there was nothing. */
  idle: number;
  /** Between two histories of the sweep, and how long each is left alone. */
  sweep: number;
  sweepAgain: number;
  /** After the first failure; doubled with each further one up to `mostBackoff`. A refused key waits for `mostBackoff` at once. */
  backoff: number;
  mostBackoff: number;
};
export const SMARTLEAD_PACE: SmartleadPace = {
  poll: 60_000,
  deep: 60 * 60_000,
  idle: 15_000,
  sweep: 1_000,
  sweepAgain: 2 * 60 * 60_000,
  backoff: 2_000,
  mostBackoff: 15 * 60_000,
};

export type ReaderInput = {
  deps: WorkerDeps;
  /** The row as it was leased last. */
  row: () => ConnectionRow;
  pace: SmartleadPace;
  /** Rings when somebody waits for a fresh poll, has set the key right, or has chosen campaigns. */
  bells: { poll: Bell; first: Bell };
  signal: AbortSignal;
};

type Loop = { failures: number; waitUntil: number };
type Standing = { poll: Loop; first: Loop; sweep: Loop; deepAt: number; memory: FirstSyncMemory; unread: Unread };

/**
 * Reads one account until the signal: polls, syncs for the first time and sweeps beside each other, each call in its turn of the
 * budget. One that fails waits, longer each time, unless somebody asks; the others go on. How the account stands the poll alone says.
 */
export async function readAccount(input: ReaderInput): Promise<void> {
  const loop = (): Loop => ({ failures: 0, waitUntil: 0 });
  const loops = { poll: loop(), first: loop(), sweep: loop() };
  const standing: Standing = { ...loops, deepAt: 0, memory: { wentBackFrom: null }, unread: new Map() };
  const { pace, bells, signal } = input;
  const tellsState = async (error: unknown, waits: number) => tellFailure(input, standing.poll, error, waits);
  // Whoever rings wants to know whether it works again: then nobody waits any longer.
  const onRing = () => {
    for (const each of Object.values(loops)) each.waitUntil = 0;
  };
  await Promise.all([
    again(
      input,
      standing.poll,
      async () => {
        await pollRound(input, standing);
        await bells.poll.sleep(pace.poll, signal);
      },
      { bell: bells.poll, onRing, tellsState },
    ),
    again(input, standing.first, async () => {
      const isDone = await firstSyncStep(readingOf(input, "sync"), standing.memory);
      standing.first.failures = 0;
      if (isDone) await bells.first.sleep(pace.idle, signal);
    }),
    again(input, standing.sweep, async () => {
      const isThere =
        input.row().firstSyncedAt !== null && (await sweepOne(readingOf(input, "sweep"), pace.sweepAgain / 1_000));
      standing.sweep.failures = 0;
      await pause(isThere ? pace.sweep : pace.idle, signal);
    }),
  ]);
}

const readingOf = ({ deps, row, signal }: ReaderInput, kind: SmartleadCallKind): Reading => ({
  deps,
  api: smartleadApiOf(deps, row()),
  connection: row(),
  kind,
  signal,
});

async function pollRound(input: ReaderInput, standing: Standing): Promise<void> {
  const { deps, row, pace } = input;
  const { pollRequestedAt, lastPolledAt, state } = row();
  const isAsked = pollRequestedAt !== null && (lastPolledAt === null || lastPolledAt <= pollRequestedAt);
  const isDeep = Date.now() - standing.deepAt >= pace.deep;
  // Whoever asks must not overlook an answer that Smartlead finds late.
  const { hasAsked, isWhole } = await pollReplies(readingOf(input, isAsked ? "person" : "sync"), {
    isDeep: isDeep || isAsked,
    unread: standing.unread,
  });
  if (hasAsked) {
    // The key works, whatever becomes of the names below.
    standing.poll.failures = 0;
    await setConnectionState(deps.db, row(), deps.now(), { state: "connected" });
  }
  // What a new key opens a job asks, which may have failed; where nothing is chosen, nothing else tells whether the key works.
  const isOpen = state === "connected" || (state === "new" && !isLongNew(row()));
  if (!isOpen && !hasAsked) await discoverSmartlead(readingOf(input, "sync"));
  if (isDeep && state === "connected") {
    standing.deepAt = Date.now();
    await forgetOldRows(deps.db);
    await discoverSmartlead(readingOf(input, "sync"));
  }
  standing.poll.failures = 0;
  // Whoever asked is not answered yet and goes on ringing.
  if (!isWhole) await pause(pace.backoff * 5, input.signal);
}

const NEW_MS = 60_000;
const isLongNew = ({ stateSince }: ConnectionRow): boolean => Date.now() - stateSince.getTime() > NEW_MS;

type Ring = { bell: Bell; onRing: () => void; tellsState: (error: unknown, waits: number) => Promise<void> };

/** Does something again and again until the signal, and waits after a failure. */
async function again(input: ReaderInput, loop: Loop, work: () => Promise<unknown>, ring?: Ring): Promise<void> {
  const { signal, row } = input;
  while (!signal.aborted) {
    const waits = loop.waitUntil - Date.now();
    if (waits > 0) {
      if (!ring) await pause(Math.min(waits, LOOK_MS), signal);
      else if (await ring.bell.sleep(waits, signal)) ring.onRing();
      continue;
    }
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      const rest = backOff(input.pace, loop, error);
      // Our own side: no fault of the account.
      if (!(error instanceof SmartleadFault))
        log.error({ err: error, connectionId: row().id }, "an account at Smartlead could not be read");
      await ring?.tellsState(error, rest).catch((err: unknown) => log.error({ err }, "a state could not be written"));
    }
  }
}

const LOOK_MS = 500;

/** @returns how long it waits, in ms */
function backOff(pace: SmartleadPace, loop: Loop, error: unknown): number {
  loop.failures++;
  const isAuth = error instanceof SmartleadFault && error.reason === "auth";
  const steps = Math.min(pace.mostBackoff, pace.backoff * 2 ** Math.min(20, loop.failures - 1));
  const jitter = 0.75 + Math.random() / 2;
  const told = error instanceof SmartleadFault ? (error.retryAt?.getTime() ?? 0) - Date.now() : 0;
  const waits = Math.max(told, (isAuth ? pace.mostBackoff : steps) * jitter);
  loop.waitUntil = Date.now() + waits;
  return waits;
}

async function tellFailure(
  { deps, row }: ReaderInput,
  { failures }: Loop,
  error: unknown,
  waits: number,
): Promise<void> {
  if (!(error instanceof SmartleadFault)) return;
  // Once is nothing; a refused key is refused again.
  if (error.reason !== "auth" && failures < 2) return;
  const nextAttemptAt = new Date(deps.now().getTime() + waits);
  const failure = { state: "failing" as const, reason: FAILURES[error.reason], detail: error.response, nextAttemptAt };
  await setConnectionState(deps.db, row(), deps.now(), failure);
}

const FAILURES: Record<SmartleadFault["reason"], ConnectionFailure> = {
  auth: "auth",
  limit: "limit",
  network: "network",
  timeout: "network",
  server: "server",
  not_found: "server",
  refused: "server",
  malformed: "server",
};

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
