import pg from "pg";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { CHANNEL, type Change } from "./notify";

/** `lost`: the connection broke and is back; what changed meanwhile nobody knows. `at` is this process's clock, in ms. */
type Heard = { kind: "change"; change: Change; at: number } | { kind: "lost" };
type Listener = (heard: Heard) => void;

const PING_MS = 30_000;
const LONGEST_WAIT_MS = 10_000;
/** What a silent connection is given: the operating system would wait for a quarter of an hour. */
const ANSWER_MS = 10_000;
/** For how long what was heard is remembered, for streams that come (back) a moment later. */
const MEMORY_MS = 60_000;
/** Clocks of several instances differ a little. */
const SKEW_MS = 2000;
// Next bundles routes apart from each other; the process still has one connection.
const shared = globalThis as {
  threadwellListeners?: Set<Listener>;
  threadwellMemory?: { since: number; heard: { change: Change; at: number }[] };
};

/**
 * Hears every change of the database, over one LISTEN connection a process that opens at first use and reconnects by itself.
 * @returns how to stop hearing
 */
export function listen(listener: Listener): () => void {
  if (!shared.threadwellListeners) {
    shared.threadwellListeners = new Set();
    connect(env().DATABASE_URL, 1);
  }
  shared.threadwellListeners.add(listener);
  return () => void shared.threadwellListeners?.delete(listener);
}

/** What changed since then (ms), or null when nobody can know: nothing was listening, or it is too long ago. */
export function changesSince(then: number): Change[] | null {
  const from = then - SKEW_MS;
  const { since, heard } = shared.threadwellMemory ?? { since: Infinity, heard: [] };
  if (!(from >= since) || from < Date.now() - MEMORY_MS) return null;
  return heard.filter(({ at }) => at >= from).map(({ change }) => change);
}

function connect(url: string | undefined, attempt: number): void {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    query_timeout: ANSWER_MS,
    connectionTimeoutMillis: ANSWER_MS,
  });
  let isOver = false;
  let ping: NodeJS.Timeout | undefined;
  const again = (nextAttempt: number) => {
    if (isOver) return;
    isOver = true;
    delete shared.threadwellMemory;
    clearInterval(ping);
    void client.end().catch(() => undefined);
    setTimeout(() => connect(url, nextAttempt), Math.min(250 * 2 ** attempt, LONGEST_WAIT_MS)).unref();
  };
  client.on("error", () => again(1));
  client.on("end", () => again(1));
  client.on("notification", ({ payload }) => tell(payload));
  client
    .connect()
    .then(() => client.query(`listen ${CHANNEL}`))
    .then(() => {
      if (attempt > 1) log.info("hears changes of the database again");
      shared.threadwellMemory = { since: Date.now(), heard: [] };
      tellAll({ kind: "lost" });
      // A connection that died without a word is noticed by this query.
      ping = setInterval(() => void client.query("select 1").catch(() => again(1)), PING_MS);
      ping.unref();
    })
    .catch(() => again(attempt + 1));
}

function tell(payload: string | undefined): void {
  try {
    const heard = { change: JSON.parse(payload ?? "") as Change, at: Date.now() };
    remember(heard);
    tellAll({ kind: "change", ...heard });
  } catch {
    log.warn("a change that cannot be read was passed over");
  }
}

function remember(latest: { change: Change; at: number }): void {
  const memory = shared.threadwellMemory;
  if (!memory) return;
  memory.heard.push(latest);
  while (memory.heard[0] && memory.heard[0].at < latest.at - MEMORY_MS) memory.heard.shift();
}

function tellAll(heard: Heard): void {
  for (const listener of shared.threadwellListeners ?? []) listener(heard);
}
