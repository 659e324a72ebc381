import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { drafts, threads } from "@/lib/db/schema";
import type { ListSort, ListView } from "@/lib/domain/list-view";
import { NO_TIME, type ReminderKind } from "@/lib/domain/reminder";
import type { Actor } from "@/lib/services/context";
import type { Position } from "./cursor";

/** By which time a list is ordered; rows of one instant by their number. `isOwnDrafts`: the time is that of the draft. */
export type ListOrder = { column: PgColumn | SQL; direction: "asc" | "desc"; isOwnDrafts: boolean };

/**
 * Newest first, but for the outbox and what a member wants back (what is or was due first on top) and lists in the order of their
 * waiting.
 * @param sort as `sortOf` says
 */
export function orderOf({ memberId }: Actor, view: ListView, sort: ListSort): ListOrder {
  if (sort === "waiting") return order(threads.awaitingSince, "asc");
  if (view === "outbox") return order(threads.outboxAt, "asc");
  if (view === "snoozed") return order(comesBackAt(memberId, "snooze"), "asc");
  if (view === "reminders") return order(comesBackAt(memberId, "reminder"), "asc");
  if (view === "sent") return order(threads.lastSentAt, "desc");
  if (view === "drafts") return { ...order(drafts.savedAt, "desc"), isOwnDrafts: true };
  return order(threads.lastMessageAt, "desc");
}

/** The indexes were made with nulls last; the planner uses them only for the very same order. */
export const orderBy = (column: SQL.Aliased | PgColumn | SQL, id: SQL | PgColumn, direction: "asc" | "desc"): SQL[] =>
  direction === "asc"
    ? [sql`${column} asc`, sql`${id} asc`]
    : [sql`${column} desc nulls last`, sql`${id} desc nulls last`];

/** Newest message first, whatever the list: every thread has a last message. */
export const byLastMessage = (): ListOrder => order(threads.lastMessageAt, "desc");

/** What a list of drafts is joined by. */
export const isOwnDraft = ({ memberId }: Pick<Actor, "memberId">): SQL =>
  and(eq(drafts.threadId, threads.id), eq(drafts.authorId, memberId))!;

/** What comes after a place of the list. */
export const isAfter = ({ column, direction }: ListOrder, { at, id }: Position): SQL =>
  direction === "asc"
    ? sql`(${column}, ${threads.id}) > (${at}::timestamptz, ${id})`
    : sql`(${column}, ${threads.id}) < (${at}::timestamptz, ${id})`;

/**
 * No index has this order; a member's own are few. The names are written out, since the columns of a select from one table lose
 * their table.
 */
const comesBackAt = (memberId: string, kind: ReminderKind): SQL =>
  sql`(select min(coalesce(wanted.remind_at, ${NO_TIME}::timestamptz)) from thread_reminders wanted where wanted.thread_id = threads.id and wanted.member_id = ${memberId} and wanted.kind = ${kind} and wanted.closed_at is null)`;

const order = (column: PgColumn | SQL, direction: "asc" | "desc"): ListOrder => ({
  column,
  direction,
  isOwnDrafts: false,
});
