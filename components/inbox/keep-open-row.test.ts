import { expect, test } from "vitest";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { keepOpenRow } from "./keep-open-row";

const rows = (...ids: number[]) => ids.map((id) => ({ id }) as ThreadRow);
const kept = (now: number[], before: number[], openId: number | null) =>
  keepOpenRow(rows(...now), rows(...before), openId).map(({ id }) => id);

test.each<[string, number[], number[], number | null, number[]]>([
  ["below the row that it stood under", [1, 3, 4], [1, 2, 3, 4], 2, [1, 2, 3, 4]],
  ["also when that one has left as well", [1, 4], [1, 2, 3, 4], 3, [1, 3, 4]],
  ["at the top, under what has arrived", [9, 2, 3], [1, 2, 3], 1, [9, 1, 2, 3]],
  ["alone in a list that is empty else", [], [1], 1, [1]],
  ["not once another is open", [1, 3], [1, 2, 3], 3, [1, 3]],
  ["not once none is open", [1, 3], [1, 2, 3], null, [1, 3]],
  ["not if it never stood there", [1, 3], [1, 3], 2, [1, 3]],
])("the open thread's row stays %s", (_where, now, before, openId, shown) => {
  expect(kept(now, before, openId)).toEqual(shown);
});

test("a list that has its open thread is the same list", () => {
  const now = rows(1, 2);
  expect(keepOpenRow(now, rows(2, 1), 2)).toBe(now);
});
