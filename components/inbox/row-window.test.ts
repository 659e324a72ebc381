import { expect, test } from "vitest";
import { scrollTopFor, startsOf, windowOf } from "./row-window";

const HEADING = 24;
const ROW = 64;
/** A heading and a hundred rows. */
const starts = startsOf([HEADING, ...Array<number>(100).fill(ROW)]);
const beginOf = (row: number) => HEADING + row * ROW;

test("a list is as high as all of its items", () => {
  expect(starts.at(-1)).toBe(beginOf(100));
  expect(startsOf([])).toEqual([0]);
});

test("what is seen is drawn, and six items beyond each edge", () => {
  expect(windowOf(starts, { top: 0, height: ROW }, "standing")).toEqual({ first: 0, end: 8 });
  // Row 20 and its two neighbours are seen; the heading stands before row 0.
  expect(windowOf(starts, { top: beginOf(20) - 1, height: ROW + 2 }, "standing")).toEqual({
    first: 20 - 6,
    end: 22 + 1 + 6,
  });
  expect(windowOf(starts, { top: beginOf(98), height: 2 * ROW }, "standing")).toEqual({ first: 99 - 6, end: 101 });
});

test("at first little more is drawn than what is seen", () => {
  expect(windowOf(starts, { top: 0, height: 10 * ROW }, "first")).toEqual({ first: 0, end: 12 });
});

test("what is seen is what stands between the edges, in part as well", () => {
  expect(windowOf(starts, { top: beginOf(20) + 1, height: 3 * ROW }, "seen")).toEqual({ first: 21, end: 25 });
});

test("a view beyond the end, as after many rows went at once, shows the last", () => {
  expect(windowOf(starts, { top: beginOf(500), height: ROW }, "standing")).toEqual({ first: 94, end: 101 });
  expect(windowOf(startsOf([]), { top: 300, height: ROW }, "standing")).toEqual({ first: 0, end: 0 });
});

test("a list is scrolled no further than an item needs to be seen whole", () => {
  const view = { top: beginOf(10), height: 5 * ROW };
  expect(scrollTopFor(starts, 1 + 12, view)).toBe(view.top);
  expect(scrollTopFor(starts, 1 + 9, view)).toBe(beginOf(9));
  expect(scrollTopFor(starts, 1 + 15, view)).toBe(beginOf(11));
  expect(scrollTopFor(starts, 0, view)).toBe(0);
});
