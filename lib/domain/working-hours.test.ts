import { expect, test } from "vitest";
import { dayAxis, placeOn, workingSpans } from "./working-hours";

const hour = (of: number, from = 6, to = 20) => (of - from) / (to - from);

test("the axis is the lead's day from six to twenty, and the whole day for a time outside", () => {
  const morning = dayAxis(new Date("2026-11-24T06:10:00Z"), "Europe/Istanbul");
  expect([morning.start, morning.end]).toEqual([new Date("2026-11-24T03:00:00Z"), new Date("2026-11-24T17:00:00Z")]);
  expect(morning.hours.map((mark) => mark.hour)).toEqual([6, 8, 10, 12, 14, 16, 18, 20]);

  const night = dayAxis(new Date("2026-11-24T20:30:00Z"), "Europe/Istanbul");
  expect([night.start, night.end]).toEqual([new Date("2026-11-23T21:00:00Z"), new Date("2026-11-24T21:00:00Z")]);
});

test("working hours of both lie on the same axis, each on its own clock", () => {
  const axis = dayAxis(new Date("2026-11-24T06:10:00Z"), "Europe/Istanbul");
  expect(workingSpans(axis, "Europe/Istanbul")).toEqual([{ from: hour(8), to: hour(18) }]);
  expect(workingSpans(axis, "Europe/London")).toEqual([{ from: hour(11), to: 1 }]);
  expect(placeOn(axis, new Date("2026-11-24T06:10:00Z"))).toBeCloseTo(hour(9 + 1 / 6));
});

test("a day far away shows the end of one working day and the beginning of the next", () => {
  const axis = dayAxis(new Date("2026-11-24T15:00:00Z"), "America/Los_Angeles");
  expect(workingSpans(axis, "Asia/Tokyo")).toEqual([{ from: hour(15), to: 1 }]);
  expect(workingSpans(axis, "Pacific/Auckland")).toEqual([{ from: hour(11), to: 1 }]);
});

test("the weekend has no working hours", () => {
  const axis = dayAxis(new Date("2026-11-21T09:00:00Z"), "Europe/Berlin");
  expect(workingSpans(axis, "Europe/Berlin")).toEqual([]);
});

test("a day of 23 hours is drawn as long as it is", () => {
  const axis = dayAxis(new Date("2027-03-28T20:00:00Z"), "Europe/Berlin");
  expect(axis.end.getTime() - axis.start.getTime()).toBe(23 * 3_600_000);
});

test("a public holiday has no working hours", () => {
  const axis = dayAxis(new Date("2026-11-11T10:00:00Z"), "Europe/Warsaw");
  expect(workingSpans(axis, "Europe/Warsaw")).toHaveLength(1);
  expect(workingSpans(axis, "Europe/Warsaw", (date) => date === "2026-11-11")).toEqual([]);
});
