import { expect, test } from "vitest";
import { placeAfter } from "./message-steps";

const tops = [0, 100, 200];

test("a step leads from the message that has the focus, and ends at the first and the last", () => {
  expect(placeAfter({ tops, focused: 1, seenFrom: 0, by: 1 })).toBe(2);
  expect(placeAfter({ tops, focused: 2, seenFrom: 0, by: 1 })).toBe(2);
  expect(placeAfter({ tops, focused: 0, seenFrom: 0, by: -1 })).toBe(0);
});

test("where none has the focus it begins at what is seen", () => {
  expect(placeAfter({ tops, focused: -1, seenFrom: 50, by: 1 })).toBe(1);
  expect(placeAfter({ tops, focused: -1, seenFrom: 50, by: -1 })).toBe(0);
  expect(placeAfter({ tops, focused: -1, seenFrom: 500, by: 1 })).toBe(2);
  expect(placeAfter({ tops, focused: -1, seenFrom: 500, by: -1 })).toBe(2);
  expect(placeAfter({ tops: [], focused: -1, seenFrom: 0, by: 1 })).toBe(-1);
});
