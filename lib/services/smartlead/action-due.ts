import { sql } from "drizzle-orm";
import { smartleadActions } from "@/lib/db/schema";

/** Seconds after it was done at which each try of an action is due; about a day in all. */
const TRIES = [0, 20, 90, 600, 3600, 4 * 3600, 12 * 3600, 24 * 3600, 24 * 3600];

/** The same in the database, as a time. */
export const dueAtInSql = sql`(${smartleadActions.createdAt} + make_interval(secs =>
  (array[${sql.raw(TRIES.join(", "))}])[least(${smartleadActions.attempts} + 1, ${sql.raw(String(TRIES.length))})]))`;

/** When an action that waits may be tried (again). */
export const dueAtOf = ({ createdAt, attempts }: { createdAt: Date; attempts: number }): Date =>
  new Date(createdAt.getTime() + (TRIES[attempts] ?? TRIES.at(-1)!) * 1000);
