import { expect, test } from "vitest";
import { hoursAhead } from "./hours-ahead";

test("the distance of two clocks counts the day between them and summer time", () => {
  expect(hoursAhead("Europe/Istanbul", "UTC", new Date("2026-11-19T22:30:00Z"))).toBe(3);
  expect(hoursAhead("America/New_York", "Europe/Berlin", new Date("2026-07-01T01:00:00Z"))).toBe(-6);
  expect(hoursAhead("Asia/Kolkata", "UTC", new Date("2026-01-01T00:00:00Z"))).toBe(5.5);
});
