import { NO_TIME } from "@/lib/domain/reminder";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { addDays, wallTimeOf } from "@/lib/domain/wall-time";

export type DayHeading = {
  /** `noTime`: what waits for an answer alone. */
  name: "today" | "yesterday" | "day" | "month" | "noTime";
  at: string;
  /** How many rows stand under it; null while more of them may follow. */
  count: number | null;
};
export type ListItem =
  { kind: "heading"; key: string; heading: DayHeading } | { kind: "row"; key: string; row: ThreadRow };

export const HEADING_HEIGHT = 24;
export const ROW_HEIGHT = 64;

type Around = { now: Date; timeZone: string; hasMore: boolean };

/** Rows in their order under the days of the times that they are listed by; what is older than a week stands under its month. */
export function listItems(rows: ThreadRow[], { now, timeZone, hasMore }: Around): ListItem[] {
  const today = wallTimeOf(now, timeZone).date;
  const items: ListItem[] = [];
  // Rows of another list may be shown for a moment, in its order.
  const seen = new Set<string>();
  let last: (DayHeading & { key: string }) | null = null;
  for (const row of rows) {
    const heading = headingOf(row.listedAt, today, timeZone);
    if (!seen.has(heading.key)) {
      seen.add(heading.key);
      items.push({ kind: "heading", key: heading.key, heading });
      last = heading;
    }
    if (last?.count != null) last.count += 1;
    items.push({ kind: "row", key: `row-${row.id}`, row });
  }
  if (last && hasMore) last.count = null;
  return items;
}

function headingOf(at: string, today: string, timeZone: string): DayHeading & { key: string } {
  const count = 0;
  if (at === NO_TIME) return { name: "noTime", key: "no-time", at, count };
  const { date } = wallTimeOf(new Date(at), timeZone);
  if (date === today) return { name: "today", key: "today", at, count };
  if (date === addDays(today, -1)) return { name: "yesterday", key: "yesterday", at, count };
  if (date > addDays(today, -7)) return { name: "day", key: date, at, count };
  return { name: "month", key: date.slice(0, 7), at, count };
}

/** How far down each item begins, by its key. */
function offsetsOf(items: ListItem[], heightOf: HeightOf): Map<string, number> {
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const item of items) {
    offsets.set(item.key, offset);
    offset += heightOf(item);
  }
  return offsets;
}

type HeightOf = (item: ListItem) => number;

/** The height of an item, by that of a row. */
export const heightIn =
  (rowHeight: number): HeightOf =>
  (item) =>
    item.kind === "heading" ? HEADING_HEIGHT : rowHeight;

type Held = {
  scrollTop: number;
  /** The pointer is over the list: nothing may move there, at its very top neither. Else arrivals there are meant to be seen. */
  isHeld: boolean;
  /** The row under the pointer. */
  heldKey: string | null;
  heightOf: HeightOf;
};

/**
 * How far the list must be scrolled so that the row under the pointer stays where it is, when others came, went or moved; without
 * one, or when it went itself, the topmost visible row.
 */
export function shiftOf(before: ListItem[], after: ListItem[], { scrollTop, isHeld, heldKey, heightOf }: Held): number {
  if (scrollTop <= 0 && !isHeld) return 0;
  const old = offsetsOf(before, heightOf);
  const now = offsetsOf(after, heightOf);
  const shiftBy = (key: string) => now.get(key)! - old.get(key)!;
  if (heldKey !== null && old.has(heldKey) && now.has(heldKey)) return shiftBy(heldKey);
  const first = before.find(
    (item) => item.kind === "row" && old.get(item.key)! + heightOf(item) > scrollTop && now.has(item.key),
  );
  return first ? shiftBy(first.key) : 0;
}

/** How many unread rows came above the first that was there before. */
export function arrivedAbove(before: ListItem[], after: ListItem[]): number {
  const known = new Set(before.map(({ key }) => key));
  const rows = after.filter((item) => item.kind === "row");
  const first = rows.findIndex(({ key }) => known.has(key));
  return rows.slice(0, Math.max(first, 0)).filter(({ row }) => row.unreadCount > 0).length;
}
