import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { eq, lt } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { systemClock, type Clock } from "@/lib/core/clock";
import { env } from "@/lib/core/env";
import { newId } from "@/lib/core/ids";
import { log } from "@/lib/core/log";
import { database, type Database } from "@/lib/db/client";
import { workers } from "@/lib/db/schema";
import { workerBoss } from "@/lib/jobs/boss";
import { sweepPresences } from "@/lib/services/presence/sweep-presences";
import { fireDueReminders } from "@/lib/services/reminders/fire-reminder";
import { tellDueTasks } from "@/lib/services/tasks/tell-due-tasks";
import { settleThreadCounts } from "@/lib/services/threads/settle-thread-counts";
import { removeOldImages } from "@/lib/services/images/remove-old-images";
import { removeUnfinishedUploads } from "@/lib/services/uploads/remove-unfinished-uploads";
import { removeUnusedUploads } from "@/lib/services/uploads/remove-unused-uploads";
import type { WorkerDeps } from "./deps";
import { jobHandlers } from "./jobs";
import { openMailReaders } from "./mail-readers";
import { makeLanes, type Lanes } from "./lanes";
import { removeLeftCopies } from "./remove-left-copies";
import { sweepOutbox } from "./outbox-sweep";
import { sendNext } from "./send-next";
import { sentSweep } from "./sent-sweep";
import { sweepSmartleadActions } from "./smartlead-action-sweep";
import { reconcileSmartleadReplies } from "./smartlead-reconcile";

export type WorkerOptions = {
  /** Aborting ends the worker gracefully. */
  signal: AbortSignal;
  db?: Database;
  now?: Clock;
  /** How long a claim holds without being extended, and the pause between sweeps; tests shorten both. */
  leaseMs?: number;
  sweepMs?: number;
};

const HEARTBEAT_MS = 5_000;
/** Entries of the thread counts are added up this often. */
const COUNTS_MS = 30_000;
/** Replies that Smartlead may have taken, or keeps, are looked for this often; each has pauses of its own. */
const RECONCILE_MS = 5_000;
/** What was done here and Smartlead does not know yet is looked for this often. */
const ACTIONS_MS = 15_000;
/** Windows that have gone without a word are looked for this often. */
const PRESENCES_MS = 10_000;
/** Reminders whose job was lost, and tasks of the day, are looked for this often. */
const REMINDERS_MS = 60_000;
/** Uploads that nothing uses, pictures that are old and copies of what has left are looked for this often. */
const UPLOADS_MS = 3_600_000;
/** The rows of workers that were killed are dropped after this. */
const FORGET_MS = 24 * 3_600_000;
/** Mailboxes that send at the same time in this process; one message at a time each. */
const SENDING_AT_ONCE = 8;

/**
 * Runs until the signal: jobs, the outbox, and the reading of mailboxes. Any number of workers may run on one database.
 * When told to end it takes nothing more, finishes what is being sent, and then resolves.
 */
export async function runWorker({ signal, sweepMs = 2_000, ...options }: WorkerOptions): Promise<void> {
  const { db = database(), now = systemClock, leaseMs } = options;
  const readers = openMailReaders() ?? undefined;
  const deps: WorkerDeps = { db, now, readers, ...(leaseMs ? { leaseMs } : {}) };
  const workerId = newId();
  const lanes = makeLanes(SENDING_AT_ONCE, (mailboxId) => sendNext(deps, mailboxId));
  const startedAt = now();
  await db.delete(workers).where(lt(workers.seenAt, new Date(startedAt.getTime() - FORGET_MS)));
  await db.insert(workers).values({ id: workerId, host: hostname(), startedAt, seenAt: startedAt });
  const boss = await takeJobs(deps, lanes);
  await Promise.all([
    every(HEARTBEAT_MS, signal, "heartbeat", () => beat(db, now, workerId)),
    every(sweepMs, signal, "sweep", () => sweepOutbox(deps, lanes.wake)),
    // In rounds of its own: slow servers do not hold up what is due.
    every(sweepMs, signal, "sent sweep", sentSweep(deps, signal)),
    // What Smartlead may have taken; its answers are waited for by nobody else.
    every(RECONCILE_MS, signal, "smartlead replies", () => reconcileSmartleadReplies(deps, signal)),
    every(ACTIONS_MS, signal, "smartlead actions", () => sweepSmartleadActions(deps, signal)),
    every(COUNTS_MS, signal, "counts", () => settleThreadCounts(db)),
    every(PRESENCES_MS, signal, "presences", () => sweepPresences(db, now)),
    every(REMINDERS_MS, signal, "reminders", () => fireDueReminders(db, now)),
    every(REMINDERS_MS, signal, "tasks", () => tellDueTasks(db, now)),
    every(UPLOADS_MS, signal, "unused uploads", () => removeUnusedUploads(db, now)),
    every(UPLOADS_MS, signal, "old pictures", () => removeOldImages(db, now)),
    every(UPLOADS_MS, signal, "unfinished uploads", () => removeUnfinishedUploads(db, now)),
    every(UPLOADS_MS, signal, "left copies", () => removeLeftCopies(deps)),
    readMailboxes({ ...deps, workerId, signal }),
    readAccounts({ ...deps, workerId, signal }),
    once(signal).then(() => Promise.all([boss.stop({ graceful: true, timeout: 20_000 }), lanes.end()])),
  ]);
  await readers?.end();
  await db.delete(workers).where(eq(workers.id, workerId));
}

async function takeJobs(deps: WorkerDeps, lanes: Lanes): Promise<PgBoss> {
  const boss = workerBoss(env().DATABASE_URL ?? "");
  boss.on("error", (error) => log.error({ err: error }, "the queue reports an error"));
  await boss.start();
  for (const { name, concurrency, run } of jobHandlers(deps, lanes)) {
    // A time ahead gives no notification when it comes, so that the queue is polled as often as it allows.
    const pace = { pollingIntervalSeconds: 0.5, localConcurrency: concurrency };
    await boss.work(name, pace, async (jobs) => {
      for (const job of jobs) await run(job.data);
    });
  }
  return boss;
}

async function beat(db: Database, now: Clock, workerId: string): Promise<void> {
  await db.update(workers).set({ seenAt: now() }).where(eq(workers.id, workerId));
}

/** Reads the mailboxes; if that ends before its time it is begun again. */
async function readMailboxes(input: WorkerDeps & { workerId: string; signal: AbortSignal }): Promise<void> {
  const { db, now, workerId, signal, readers } = input;
  while (!signal.aborted) {
    try {
      const { runMailboxSync } = await import("./mailbox-sync");
      await runMailboxSync({ db, now, workerId, signal, readers });
    } catch (error) {
      log.error({ err: error }, "reading the mailboxes has ended");
    }
    await pause(5_000, signal);
  }
}

/** Reads the accounts at Smartlead; if that ends before its time it is begun again. */
async function readAccounts(input: WorkerDeps & { workerId: string; signal: AbortSignal }): Promise<void> {
  while (!input.signal.aborted) {
    try {
      const { runSmartleadSync } = await import("./smartlead-sync");
      await runSmartleadSync(input);
    } catch (error) {
      log.error({ err: error }, "reading Smartlead has ended");
    }
    await pause(5_000, input.signal);
  }
}

/** Does something again and again until the signal; a failure is logged and waits for the next time. */
async function every(ms: number, signal: AbortSignal, what: string, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => log.error({ err: error, what }, "a round of the worker has failed"));
    await pause(ms, signal);
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function once(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
