import { expect, test } from "vitest";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { arrivedAbove, heightIn, listItems, shiftOf } from "./list-items";

const row = (id: number, listedAt: string, more: Partial<ThreadRow> = {}) =>
  ({ id, listedAt, unreadCount: 1, ...more }) as ThreadRow;
const around = {
  now: new Date("2026-11-19T08:00:00Z"),
  timeZone: "UTC",
  hasMore: false,
};
const items = (rows: ThreadRow[], change: Partial<typeof around> = {}) => listItems(rows, { ...around, ...change });
const keys = (rows: ThreadRow[], change: Partial<typeof around> = {}) => items(rows, change).map(({ key }) => key);
const counts = (rows: ThreadRow[], hasMore: boolean) =>
  items(rows, { hasMore }).flatMap((item) => (item.kind === "heading" ? [item.heading.count] : []));

const READING = { isHeld: false, heldKey: null, heightOf: heightIn(64) };

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
  expect(keys([row(2, "2026-11-18T23:30:00Z")], { timeZone: "Europe/Istanbul" })).toEqual(["today", "row-2"]);
});

test("a heading counts its rows, but for the last one while more may follow", () => {
  const rows = [row(1, "2026-11-19T07:00:00Z"), row(2, "2026-11-19T06:00:00Z"), row(3, "2026-11-18T06:00:00Z")];

  expect(counts(rows, false)).toEqual([2, 1]);
  expect(counts(rows, true)).toEqual([2, null]);
});

test("what arrives above does not move what is being read", () => {
  const known = [row(1, "2026-11-19T07:00:00Z"), row(2, "2026-11-19T06:00:00Z")];
  const before = items(known);
  const after = items([row(3, "2026-11-19T07:30:00Z"), ...known]);

  expect(shiftOf(before, after, { ...READING, scrollTop: 90 })).toBe(64);
  expect(shiftOf(after, before, { ...READING, scrollTop: 200 })).toBe(-64);
  expect(shiftOf(before, after, { ...READING, scrollTop: 0 })).toBe(0);
});

test("under a pointer nothing moves at the very top either", () => {
  const known = [row(1, "2026-11-19T07:00:00Z")];

  const shift = shiftOf(items(known), items([row(3, "2026-11-19T07:30:00Z"), ...known]), {
    scrollTop: 0,
    isHeld: true,
    heldKey: null,
    heightOf: heightIn(34),
  });

  expect(shift).toBe(34);
});

test("the row under the pointer stays, whatever comes, goes or moves above it", () => {
  const [a, b, c, d] = [4, 3, 2, 1].map((id) => row(id, `2026-11-19T0${id}:00:00Z`)) as [
    ThreadRow,
    ThreadRow,
    ThreadRow,
    ThreadRow,
  ];
  const held = { scrollTop: 0, isHeld: true, heldKey: "row-2", heightOf: heightIn(64) };

  expect(shiftOf(items([a, b, c, d]), items([a, c, d]), held)).toBe(-64);
  expect(shiftOf(items([a, b, c, d]), items([d, a, b, c]), held)).toBe(64);
  expect(shiftOf(items([a, b, c, d]), items([b, a, c, d]), held)).toBe(0);
  expect(shiftOf(items([a, b, c, d]), items([a, b, d]), held)).toBe(0);
});

test("what came back read is no arrival", () => {
  const known = [row(1, "2026-11-19T07:00:00Z")];
  const [read, unread] = [row(2, "2026-11-19T07:10:00Z", { unreadCount: 0 }), row(3, "2026-11-19T07:20:00Z")];

  expect(arrivedAbove(items(known), items([unread, read, ...known]))).toBe(1);
  expect(arrivedAbove(items(known), items([read, ...known]))).toBe(0);
});
