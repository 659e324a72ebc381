import { expect, test } from "vitest";
import { mergeRows } from "./merge-rows";
import { rowOrderOf } from "./row-order";
import type { ThreadPage, ThreadRow } from "./thread-view";

const row = (id: number, at: string, more: Partial<ThreadRow> = {}) =>
  ({ id, listedAt: `2026-11-19T${at}:00.000Z`, unreadCount: 0, ...more }) as ThreadRow;
const page = (rows: ThreadRow[], nextCursor: string | null = null): ThreadPage => {
  const last = nextCursor ? rows.at(-1) : undefined;
  return { rows, nextCursor, end: last ? { id: last.id, listedAt: last.listedAt } : null, tookMs: null };
};
const newest = rowOrderOf("inbox", "newest");
const idsOf = (pages: ThreadPage[]) => pages.map(({ rows }) => rows.map(({ id }) => id));

const read = [page([row(5, "09:00"), row(4, "08:00")], "more"), page([row(3, "07:00"), row(2, "06:00")], "and more")];

test("a row that changed stands where it stood, and other pages are not touched", () => {
  const merged = mergeRows(read, [3], [row(3, "07:00", { unreadCount: 2 })], newest);

  expect(idsOf(merged)).toEqual([
    [5, 4],
    [3, 2],
  ]);
  expect(merged[1]!.rows[0]!.unreadCount).toBe(2);
  expect(merged[0]).toBe(read[0]);
});

test("a thread in which somebody wrote moves to its place, across pages", () => {
  expect(idsOf(mergeRows(read, [2], [row(2, "09:30")], newest))).toEqual([[2, 5, 4], [3]]);
  expect(idsOf(mergeRows(read, [2], [row(2, "08:30")], newest))).toEqual([[5, 2, 4], [3]]);
});

test("a thread that is new to the list comes in if it belongs to what was read", () => {
  expect(idsOf(mergeRows(read, [9], [row(9, "09:30")], newest))).toEqual([
    [9, 5, 4],
    [3, 2],
  ]);
  expect(idsOf(mergeRows(read, [9], [row(9, "06:30")], newest))).toEqual([
    [5, 4],
    [3, 9, 2],
  ]);
});

test("what belongs below all that was read is left to the next page, unless there is none", () => {
  const whole = [read[0]!, page(read[1]!.rows)];

  expect(idsOf(mergeRows(read, [9], [row(9, "05:00")], newest))).toEqual([
    [5, 4],
    [3, 2],
  ]);
  expect(idsOf(mergeRows(whole, [9], [row(9, "05:00")], newest))).toEqual([
    [5, 4],
    [3, 2, 9],
  ]);
});

test("a thread that left the list leaves, even the last one that was read", () => {
  expect(idsOf(mergeRows(read, [5, 3], [], newest))).toEqual([[4], [2]]);
  expect(idsOf(mergeRows(read, [2], [], newest))).toEqual([[5, 4], [3]]);
});

test("the last row that was read comes back where it left, and none slips between it and the next page", () => {
  const without = mergeRows(read, [2], [], newest);

  expect(idsOf(mergeRows(without, [2], [row(2, "06:00")], newest))).toEqual(idsOf(read));
  expect(idsOf(mergeRows(without, [9], [row(9, "06:30")], newest))).toEqual([
    [5, 4],
    [3, 9],
  ]);
  const emptied = mergeRows(read, [3, 2], [], newest);
  expect(idsOf(mergeRows(emptied, [9], [row(9, "05:00")], newest))).toEqual([[5, 4], []]);
});

test("the last row that was read is left to the next page once it stands below", () => {
  const lower = mergeRows(read, [2], [row(2, "04:00")], newest);

  expect(idsOf(lower)).toEqual([[5, 4], [3]]);
  expect(idsOf(mergeRows(lower, [9], [row(9, "05:00")], newest))).toEqual([[5, 4], [3]]);
});

test("several at once each find their place, also in a list that was empty", () => {
  expect(idsOf(mergeRows(read, [9, 8, 4], [row(8, "09:10"), row(9, "09:20")], newest))).toEqual([
    [9, 8, 5],
    [3, 2],
  ]);
  expect(idsOf(mergeRows([page([])], [9, 8], [row(8, "09:10"), row(9, "09:20")], newest))).toEqual([[9, 8]]);
});

test("rows of one instant stand by their number, as the server puts them", () => {
  expect(idsOf(mergeRows(read, [6], [row(6, "09:00")], newest))).toEqual([
    [6, 5, 4],
    [3, 2],
  ]);
});

test.each([
  ["who has waited longest stands on top of a list in the order of waiting", rowOrderOf("inbox", "waiting")],
  ["the outbox begins with what is due first", rowOrderOf("outbox", "newest")],
])("%s", (_, order) => {
  const pages = [page([row(1, "06:00"), row(2, "08:00")])];
  expect(idsOf(mergeRows(pages, [3], [row(3, "07:00")], order))).toEqual([[1, 3, 2]]);
});
