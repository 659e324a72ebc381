import { expect, test } from "vitest";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { listItems, shiftOf } from "./list-items";

const row = (id: number, lastMessageAt: string) => ({ id, lastMessageAt }) as ThreadRow;
const now = new Date("2026-11-19T08:00:00Z");
const keys = (rows: ThreadRow[], zone = "UTC") => listItems(rows, now, zone).map(({ key }) => key);

test("rows stand under today, yesterday, the days of a week and then the months", () => {
  const rows = [
    row(1, "2026-11-19T07:00:00Z"),
    row(2, "2026-11-18T23:30:00Z"),
    row(3, "2026-11-16T10:00:00Z"),
    row(4, "2026-11-12T10:00:00Z"),
    row(5, "2026-11-02T10:00:00Z"),
    row(6, "2025-11-30T10:00:00Z"),
  ];
  expect(keys(rows)).toEqual([
    "today",
    "row-1",
    "yesterday",
    "row-2",
    "2026-11-16",
    "row-3",
    "2026-11",
    "row-4",
    "row-5",
    "2025-11",
    "row-6",
  ]);
});

test("a day is the viewer's day", () => {
  expect(keys([row(2, "2026-11-18T23:30:00Z")], "Europe/Istanbul")).toEqual(["today", "row-2"]);
});

test("what arrives above does not move what is being read", () => {
  const before = listItems([row(1, "2026-11-19T07:00:00Z"), row(2, "2026-11-19T06:00:00Z")], now, "UTC");
  const after = listItems(
    [row(3, "2026-11-19T07:30:00Z"), row(1, "2026-11-19T07:00:00Z"), row(2, "2026-11-19T06:00:00Z")],
    now,
    "UTC",
  );
  expect(shiftOf(before, after, 90)).toBe(64);
  expect(shiftOf(after, before, 200)).toBe(-64);
  expect(shiftOf(before, after, 0)).toBe(0);
});
