import { expect, test } from "vitest";
import { daysOfView } from "./days-of-view";
import { instantAt, laneAxis, placeOnAxis } from "./lane-axis";

const ZONE = "Europe/London";
const week = laneAxis(daysOfView("week", "2026-11-19"), 796, { times: [], busy: new Set() }, ZONE);

test("weekdays share what narrow weekends leave, and a place is read back as the time that was put there", () => {
  expect(week.days.map(({ width }) => width)).toEqual([140, 140, 140, 140, 140, 48, 48]);
  const at = new Date("2026-11-19T09:15:00Z");
  expect(instantAt(week, placeOnAxis(week, at)!)).toEqual(at);
  expect(placeOnAxis(week, new Date("2026-11-30T09:15:00Z"))).toBeNull();
});

test("a day of the weekend on which something lies is as wide as the others", () => {
  const busy = new Set(["2026-11-21"]);
  const { days } = laneAxis(daysOfView("week", "2026-11-19"), 768, { times: [], busy }, ZONE);
  expect(days.map(({ width }) => width)).toEqual([120, 120, 120, 120, 120, 120, 48]);
});

test("the axis is wider when something lies outside it, and the end of a day stays on that day", () => {
  const late = laneAxis(
    ["2026-11-19"],
    480,
    { times: ["2026-11-19T23:10:00Z", "2026-11-19T04:59:00Z"], busy: new Set() },
    ZONE,
  );
  expect(late.hours).toEqual({ from: 4, to: 24 });
  expect(instantAt(late, 480)).toEqual(new Date("2026-11-19T23:45:00Z"));
});
