import { type SQL, sql } from "drizzle-orm";

/** SQL: whether a message (by its alias) left from the outbox as a forward, which answers nobody. */
export const isForward = (alias: SQL): SQL =>
  sql`exists (select from replies forwards where forwards.id = ${alias}.reply_id and forwards.kind = 'forward')`;
