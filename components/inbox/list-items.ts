import type { ThreadRow } from "@/lib/domain/thread-view";
import { addDays, wallTimeOf } from "@/lib/domain/wall-time";

export type DayHeading = { name: "today" | "yesterday" | "day" | "month"; at: string };
export type ListItem =
  { kind: "heading"; key: string; heading: DayHeading } | { kind: "row"; key: string; row: ThreadRow };

export const HEADING_HEIGHT = 24;
export const ROW_HEIGHT = 64;
export const heightOf = (item: ListItem): number => (item.kind === "heading" ? HEADING_HEIGHT : ROW_HEIGHT);

/** Rows, newest first, under the days in which they were written; what is older than a week stands under its month. */
export function listItems(rows: ThreadRow[], now: Date, timeZone: string): ListItem[] {
  const today = wallTimeOf(now, timeZone).date;
  const items: ListItem[] = [];
  let last = "";
  for (const row of rows) {
    const heading = headingOf(row.lastMessageAt, today, timeZone);
    if (heading.key !== last) items.push({ kind: "heading", key: heading.key, heading });
    last = heading.key;
    items.push({ kind: "row", key: `row-${row.id}`, row });
  }
  return items;
}

function headingOf(at: string, today: string, timeZone: string): DayHeading & { key: string } {
  const { date } = wallTimeOf(new Date(at), timeZone);
  if (date >= today) return { name: "today", key: "today", at };
  if (date === addDays(today, -1)) return { name: "yesterday", key: "yesterday", at };
  if (date > addDays(today, -7)) return { name: "day", key: date, at };
  return { name: "month", key: date.slice(0, 7), at };
}

/** How far down each item begins, by its key. */
export function offsetsOf(items: ListItem[]): Map<string, number> {
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const item of items) {
    offsets.set(item.key, offset);
    offset += heightOf(item);
  }
  return offsets;
}

/**
 * How far the list must be scrolled so that the topmost visible row stays where it is, when rows came or went above it.
 * @returns 0 at the very top, where arrivals are meant to be seen
 */
export function shiftOf(before: ListItem[], after: ListItem[], scrollTop: number): number {
  if (scrollTop <= 0) return 0;
  const old = offsetsOf(before);
  const now = offsetsOf(after);
  for (const item of before) {
    const offset = old.get(item.key)!;
    const moved = now.get(item.key);
    if (item.kind === "row" && offset + heightOf(item) > scrollTop && moved !== undefined) return moved - offset;
  }
  return 0;
}
