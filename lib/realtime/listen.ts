import pg from "pg";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { CHANNEL, type Change } from "./notify";

/** `lost`: the connection broke and is back; what changed meanwhile nobody knows. */
type Heard = { kind: "change"; change: Change } | { kind: "lost" };
type Listener = (heard: Heard) => void;

const PING_MS = 30_000;
const LONGEST_WAIT_MS = 10_000;
// Next bundles routes apart from each other; the process still has one connection.
const shared = globalThis as { threadwellListeners?: Set<Listener> };

/**
 * Hears every change of the database, over one LISTEN connection a process that opens at first use and reconnects by itself.
 * @returns how to stop hearing
 */
export function listen(listener: Listener): () => void {
  if (!shared.threadwellListeners) {
    shared.threadwellListeners = new Set();
    connect(1);
  }
  shared.threadwellListeners.add(listener);
  return () => void shared.threadwellListeners?.delete(listener);
}

function connect(attempt: number): void {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
  let isOver = false;
  let ping: NodeJS.Timeout | undefined;
  const again = (nextAttempt: number) => {
    if (isOver) return;
    isOver = true;
    clearInterval(ping);
    void client.end().catch(() => undefined);
    setTimeout(() => connect(nextAttempt), Math.min(250 * 2 ** attempt, LONGEST_WAIT_MS)).unref();
  };
  client.on("error", () => again(1));
  client.on("end", () => again(1));
  client.on("notification", ({ payload }) => tell(payload));
  client
    .connect()
    .then(() => client.query(`listen ${CHANNEL}`))
    .then(() => {
      if (attempt > 1) log.info("hears changes of the database again");
      tellAll({ kind: "lost" });
      // A connection that died without a word is noticed by this query.
      ping = setInterval(() => void client.query("select 1").catch(() => again(1)), PING_MS);
      ping.unref();
    })
    .catch(() => again(attempt + 1));
}

function tell(payload: string | undefined): void {
  try {
    tellAll({ kind: "change", change: JSON.parse(payload ?? "") as Change });
  } catch {
    log.warn("a change that cannot be read was passed over");
  }
}

function tellAll(heard: Heard): void {
  for (const listener of shared.threadwellListeners ?? []) listener(heard);
}
