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

type Standing = { failures: number; waitUntil: number; deepAt: number; memory: FirstSyncMemory };

/**
 * Reads one account until the signal: polls, syncs for the first time and sweeps beside each other, each call in its turn of the
 * budget. A failure makes all three wait, longer each time, unless somebody asks.
 */
export async function readAccount(input: ReaderInput): Promise<void> {
  const standing: Standing = { failures: 0, waitUntil: 0, deepAt: 0, memory: { wentBackFrom: null } };
  const { pace, bells, signal } = input;
  await Promise.all([
    again(
      input,
      standing,
      async () => {
        await pollRound(input, standing);
        await bells.poll.sleep(pace.poll, signal);
      },
      bells.poll,
    ),
    again(input, standing, async () => {
      const isDone = await firstSyncStep(readingOf(input, "sync"), standing.memory);
      if (isDone) await bells.first.sleep(pace.idle, signal);
    }),
    again(input, standing, async () => {
      const isThere =
        input.row().firstSyncedAt !== null && (await sweepOne(readingOf(input, "sweep"), pace.sweepAgain / 1_000));
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
  const hasAsked = await pollReplies(readingOf(input, isAsked ? "person" : "sync"), { isDeep: isDeep || isAsked });
  // What a new key opens a job asks, which may have failed; where nothing is chosen, nothing else tells whether the key works.
  const isOpen = state === "connected" || (state === "new" && !isLongNew(row()));
  if (!isOpen && !hasAsked) await discoverSmartlead(readingOf(input, "sync"));
  if (isDeep && isOpen && state === "connected") {
    await discoverSmartlead(readingOf(input, "sync"));
    await forgetOldRows(deps.db);
    standing.deepAt = Date.now();
  }
  standing.failures = 0;
  if (hasAsked) await setConnectionState(deps.db, row(), deps.now(), { state: "connected" });
}

const NEW_MS = 60_000;
const isLongNew = ({ stateSince }: ConnectionRow): boolean => Date.now() - stateSince.getTime() > NEW_MS;

/** Does something again and again until the signal, and waits after a failure. */
async function again(input: ReaderInput, standing: Standing, work: () => Promise<unknown>, bell?: Bell): Promise<void> {
  const { signal } = input;
  while (!signal.aborted) {
    const waits = standing.waitUntil - Date.now();
    if (waits > 0) {
      // Whoever rings wants to know whether it works again: then nobody waits any longer.
      if (!bell) await pause(Math.min(waits, LOOK_MS), signal);
      else if (await bell.sleep(waits, signal)) standing.waitUntil = 0;
      continue;
    }
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      await failed(input, standing, error).catch((err: unknown) => log.error({ err }, "a state could not be written"));
    }
  }
}

const LOOK_MS = 500;

async function failed(input: ReaderInput, standing: Standing, error: unknown): Promise<void> {
  const { deps, row, pace } = input;
  standing.failures++;
  const isAuth = error instanceof SmartleadFault && error.reason === "auth";
  const steps = Math.min(pace.mostBackoff, pace.backoff * 2 ** Math.min(20, standing.failures - 1));
  const jitter = 0.75 + Math.random() / 2;
  const told = error instanceof SmartleadFault ? (error.retryAt?.getTime() ?? 0) - Date.now() : 0;
  const waits = Math.max(told, (isAuth ? pace.mostBackoff : steps) * jitter);
  standing.waitUntil = Date.now() + waits;
  if (!(error instanceof SmartleadFault)) {
    // Our own side: no fault of the account.
    log.error({ err: error, connectionId: row().id }, "an account at Smartlead could not be read");
    return;
  }
  // Once is nothing; a refused key is refused again.
  if (!isAuth && standing.failures < 2) return;
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
