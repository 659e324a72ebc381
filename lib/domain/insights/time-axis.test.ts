import { expect, test } from "vitest";
import { timeAxis } from "./time-axis";
import { WORKING_DAY_MS } from "./working-clock";

const HOUR = 3_600_000;

test("one answer of many days does not flatten the others", () => {
  const usual = [6, 11, 5, 12, 7, 10, 6, 11].map((hours) => hours * HOUR);
  expect(timeAxis([...usual, 60 * WORKING_DAY_MS]).top).toBe(timeAxis(usual).top);
  expect(timeAxis(usual)).toEqual({
    top: 12 * HOUR,
    unit: "hours",
    marks: [0, 3, 6, 9, 12].map((count) => ({ ms: count * HOUR, count })),
  });
});

test("marks are round in minutes, hours or working days, and few", () => {
  expect(timeAxis([12 * 60_000]).marks.map(({ count }) => count)).toEqual([0, 5, 10, 15]);
  expect(timeAxis([30 * WORKING_DAY_MS, 28 * WORKING_DAY_MS])).toMatchObject({
    unit: "workingDays",
    marks: [0, 10, 20, 30].map((count) => ({ count })),
  });
});

test("where nothing was timed, or at once, there is an axis all the same", () => {
  for (const times of [[], [0, 0]]) expect(timeAxis(times).marks).toHaveLength(2);
});
