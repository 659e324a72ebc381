import { expect, test } from "vitest";
import { neighbourOf } from "./neighbour";
import { chosen, extended, NOTHING_CHOSEN, toggled, without } from "./selection";

const ORDER = [1, 2, 3, 4, 5];
const idsOf = ({ ids }: { ids: ReadonlySet<number> }) => [...ids].toSorted((one, other) => one - other);

test("a range goes from the thread chosen last to the one pressed, in both directions", () => {
  const begun = toggled(NOTHING_CHOSEN, 3);

  expect(idsOf(extended(begun, ORDER, 5))).toEqual([3, 4, 5]);
  expect(idsOf(extended(begun, ORDER, 1))).toEqual([1, 2, 3]);
});

test("a range that shrinks lets go what it had taken, and nothing else", () => {
  const begun = toggled(toggled(NOTHING_CHOSEN, 1), 3);

  const shrunk = extended(extended(begun, ORDER, 5), ORDER, 4);

  expect(idsOf(shrunk)).toEqual([1, 3, 4]);
});

test("a range without a beginning begins where one stands", () => {
  expect(idsOf(extended(NOTHING_CHOSEN, ORDER, 3, 2))).toEqual([2, 3]);
  expect(idsOf(extended(toggled(NOTHING_CHOSEN, 9), ORDER, 3, 2))).toEqual([2, 3, 9]);
});

test("what left the list is not acted on any more", () => {
  expect(idsOf(without(chosen([1, 2, 3]), new Set([2, 7])))).toEqual([1, 3]);
  expect(without(chosen([1]), new Set([1]))).toBe(NOTHING_CHOSEN);
  expect(idsOf(toggled(chosen([1, 2]), 1))).toEqual([2]);
});

test("after a thread comes the one below it that is still there, else the nearest above", () => {
  const isThere = (id: number) => ![3, 4].includes(id);

  expect(neighbourOf(ORDER, 3, isThere)).toBe(5);
  expect(neighbourOf([1, 2, 3, 4], 3, isThere)).toBe(2);
  expect(neighbourOf([3, 4], 3, isThere)).toBeNull();
  expect(neighbourOf(ORDER, 9, isThere)).toBeNull();
});
