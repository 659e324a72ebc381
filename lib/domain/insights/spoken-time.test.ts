import { expect, test } from "vitest";
import { spokenWallTime, spokenWorkingTime } from "./spoken-time";
import { WORKING_DAY_MS } from "./working-clock";

const HOUR = 3_600_000;

test("a long working time is said in working days, a long time on the wall in days and hours", () => {
  expect(spokenWorkingTime(383 * HOUR)).toEqual({ name: "workingDays", days: 43 });
  expect(spokenWorkingTime(3.5 * WORKING_DAY_MS)).toEqual({ name: "workingDays", days: 3.5 });
  expect(spokenWallTime(52 * HOUR)).toEqual({ name: "days", days: 2, hours: 4 });
});

test("below a day of hours both are said in hours and minutes", () => {
  for (const spoken of [spokenWallTime, spokenWorkingTime]) {
    expect(spoken(20_000)).toEqual({ name: "underMinute" });
    expect(spoken(26 * 60_000)).toEqual({ name: "minutes", minutes: 26 });
    expect(spoken(12.2 * HOUR)).toEqual({ name: "hours", hours: 12, minutes: 12 });
  }
});
