import { AsyncResource } from "node:async_hooks";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/core/env";
import { NamingClient } from "./named-statements";
import * as schema from "./schema";

/** The pool, or the transaction that a verb was called in. */
export type Database = Pick<
  NodePgDatabase<typeof schema>,
  | "select"
  | "selectDistinct"
  | "selectDistinctOn"
  | "insert"
  | "update"
  | "delete"
  | "execute"
  | "transaction"
  | "$with"
  | "with"
  | "$count"
>;

export type Pool = pg.Pool;

/**
 * A new connection has no plans yet, and the first statements on it take several times as long: whoever answers after a pause is not to
 * wait for that. What PostgreSQL knows anew of a table (ANALYZE) reaches the plans of those that stay.
 */
const IDLE_MS = 600_000;
const KEPT = 4;
/** Asked of the network while nothing is said, so that nothing between drops a quiet connection, and a dead one is noticed. */
const ALIVE_MS = 30_000;
/** After which a connection is made anew all the same, so that none grows for ever. */
const LIFETIME_SECONDS = 1_800;

/** Opens a pool and the typed database over it. `max` bounds this process's connections. */
export function openDatabase(url: string, { max = 10 } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    min: Math.min(KEPT, max),
    idleTimeoutMillis: IDLE_MS,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    keepAlive: true,
    keepAliveInitialDelayMillis: ALIVE_MS,
    // Statements that a transaction begins together leave together, and are answered in their order.
    pipeline: true,
    Client: NamingClient,
  });
  keepContexts(pool);
  // An idle connection that the server closes is no failure: the next query opens another.
  pool.on("error", () => undefined);
  // One that dies in a transaction fails its query, and that is enough: without a listener the event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { pool, db: drizzle(pool, { schema }) as Database };
}

/**
 * Who waits for a connection goes on in its own context (`keepingPlans`), not in that of whoever gives the connection back. The pool
 * stays what it is: a library that is given it knows it by the name of its class.
 */
function keepContexts(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown;
  pool.connect = ((...given: unknown[]) =>
    connect(
      ...given.map((each) => (typeof each === "function" ? AsyncResource.bind(each as () => unknown) : each)),
    )) as typeof pool.connect;
}

const shared = globalThis as { threadwellDatabase?: ReturnType<typeof openDatabase> };

/** The process's own database, opened at first use from `DATABASE_URL`. */
export const database = () => (shared.threadwellDatabase ??= openDatabase(databaseUrl())).db;
/** The pool under `database()`. */
export const databasePool = () => (database(), shared.threadwellDatabase!.pool);

function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; `npm start` sets it to the embedded server");
  return url;
}
