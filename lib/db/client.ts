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

/** After which a connection is made anew, with plans for the tables as they are by then. */
const LIFETIME_SECONDS = 300;

/** Opens a pool and the typed database over it. `max` bounds this process's connections. */
export function openDatabase(url: string, { max = 10 } = {}) {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: LIFETIME_SECONDS,
    Client: NamingClient,
  });
  // An idle connection that the server closes is no failure: the next query opens another.
  pool.on("error", () => undefined);
  // One that dies in a transaction fails its query, and that is enough: without a listener the event would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return { pool, db: drizzle(pool, { schema }) as Database };
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
