import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { drafts, threads } from "@/lib/db/schema";
import type { ListSort, ListView } from "@/lib/domain/list-view";
import type { Position } from "./cursor";

/** By which time a list is ordered; rows of one instant by their number. `isOwnDrafts`: the time is that of the draft. */
export type ListOrder = { column: PgColumn; direction: "asc" | "desc"; isOwnDrafts: boolean };

/** Newest first, but for the outbox (what is or was due first on top) and lists in the order of their waiting. @param sort as `sortOf` says */
export function orderOf(view: ListView, sort: ListSort): ListOrder {
  if (sort === "waiting") return order(threads.awaitingSince, "asc");
  if (view === "outbox") return order(threads.outboxAt, "asc");
  if (view === "sent") return order(threads.lastSentAt, "desc");
  if (view === "drafts") return { ...order(drafts.savedAt, "desc"), isOwnDrafts: true };
  return order(threads.lastMessageAt, "desc");
}

/** The indexes were made with nulls last; the planner uses them only for the very same order. */
export const orderBy = (column: SQL.Aliased | PgColumn | SQL, id: SQL | PgColumn, direction: "asc" | "desc"): SQL[] =>
  direction === "asc"
    ? [sql`${column} asc`, sql`${id} asc`]
    : [sql`${column} desc nulls last`, sql`${id} desc nulls last`];

/** What comes after a place of the list. */
export const isAfter = ({ column, direction }: ListOrder, { at, id }: Position): SQL =>
  direction === "asc"
    ? sql`(${column}, ${threads.id}) > (${at}::timestamptz, ${id})`
    : sql`(${column}, ${threads.id}) < (${at}::timestamptz, ${id})`;

const order = (column: PgColumn, direction: "asc" | "desc"): ListOrder => ({ column, direction, isOwnDrafts: false });
