import { expect, test } from "vitest";
import { businessDayAfter, schedulePresets } from "./schedule-presets";

const at = (iso: string, zone: string) =>
  schedulePresets(new Date(iso), zone).map(({ key, instant }) => `${key} ${instant.toISOString()}`);

test("presets are the lead's morning, not ours", () => {
  expect(at("2026-11-17T09:52:10Z", "Europe/Istanbul")).toEqual([
    "inTwoHours 2026-11-17T11:53:00.000Z",
    "tomorrow 2026-11-18T06:00:00.000Z",
    "threeBusinessDays 2026-11-20T06:00:00.000Z",
    "monday 2026-11-23T06:00:00.000Z",
    "inAWeek 2026-11-24T06:00:00.000Z",
  ]);
});

test("tomorrow is that of the zone, even when ours is still another day", () => {
  expect(at("2026-11-18T22:30:00Z", "Asia/Tokyo")[1]).toBe("tomorrow 2026-11-20T00:00:00.000Z");
});

test("no time is offered twice", () => {
  expect(at("2026-11-22T10:00:00Z", "UTC")).toEqual([
    "inTwoHours 2026-11-22T12:00:00.000Z",
    "tomorrow 2026-11-23T09:00:00.000Z",
    "threeBusinessDays 2026-11-25T09:00:00.000Z",
    "monday 2026-11-30T09:00:00.000Z",
    "inAWeek 2026-11-29T09:00:00.000Z",
  ]);
  expect(at("2026-11-18T09:00:00Z", "UTC").map((line) => line.split(" ")[0])).toEqual([
    "inTwoHours",
    "tomorrow",
    "threeBusinessDays",
    "inAWeek",
  ]);
});

test("working days leave the weekend out, whatever day they are counted from", () => {
  expect(["2026-11-18", "2026-11-20", "2026-11-21", "2026-11-22"].map((day) => businessDayAfter(day, 1))).toEqual([
    "2026-11-19",
    "2026-11-23",
    "2026-11-23",
    "2026-11-23",
  ]);
});
