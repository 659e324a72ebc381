import { expect, test } from "vitest";
import { daysOfView, spanOfDays, stepped, weekOf } from "./days-of-view";

test("a week begins on Monday, and a month is drawn in whole weeks", () => {
  expect(daysOfView("week", "2026-11-19")).toEqual(
    ["16", "17", "18", "19", "20", "21", "22"].map((day) => `2026-11-${day}`),
  );
  const month = daysOfView("month", "2026-11-19");
  expect([month[0], month.at(-1), month.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
  expect(daysOfView("month", "2027-02-10")).toHaveLength(28);
});

test("a day with a clock change is an hour shorter or longer", () => {
  expect(spanOfDays(["2026-03-29"], "Europe/Berlin")).toEqual({
    from: "2026-03-28T23:00:00.000Z",
    to: "2026-03-29T22:00:00.000Z",
  });
});

test("steps go by what is shown, and weeks are counted as ISO 8601 does", () => {
  expect(stepped("month", "2026-01-31", 1)).toBe("2026-02-01");
  expect(stepped("month", "2026-01-31", -1)).toBe("2025-12-01");
  expect(stepped("week", "2026-12-30", 1)).toBe("2027-01-06");
  expect([weekOf("2026-11-18"), weekOf("2027-01-03"), weekOf("2026-12-28")]).toEqual([47, 53, 53]);
});
