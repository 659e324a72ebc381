import { sql, type SQL } from "drizzle-orm";
import { drafts, threads } from "@/lib/db/schema";
import type { Context } from "@/lib/services/context";
import type { Position } from "./cursor";
import { isOwnDraft, type ListOrder, orderBy } from "./list-order";

export type Wanted = { where: SQL | undefined; order: ListOrder; limit: number };

/** Where the first threads that meet `where` stand in their list. */
export function threadPlaces({ actor, db }: Context, { where, order, limit }: Wanted): Promise<Position[]> {
  const from = db.select({ id: threads.id, at: writtenTime(order.column) }).from(threads);
  return (order.isOwnDrafts ? from.innerJoin(drafts, isOwnDraft(actor)) : from)
    .where(where)
    .orderBy(...orderBy(order.column, threads.id, order.direction))
    .limit(limit);
}

/** As the database writes it, to the microsecond and in UTC. */
export const writtenTime = (column: ListOrder["column"] | SQL.Aliased): SQL<string> =>
  sql<string>`(${column} at time zone 'UTC')::text || '+00'`;

/** A time that the database has written, as an ISO time. */
export const isoTimeOf = (at: string): string => new Date(`${at.replace(" ", "T")}:00`).toISOString();
