import { expect, test } from "vitest";
import { schedulePresets } from "./schedule-presets";

const at = (iso: string, zone: string) =>
  schedulePresets(new Date(iso), zone).map(({ key, instant }) => `${key} ${instant.toISOString()}`);

test("presets are the lead's morning, not ours", () => {
  expect(at("2026-11-18T09:52:10Z", "Europe/Istanbul")).toEqual([
    "inOneHour 2026-11-18T10:53:00.000Z",
    "tomorrow 2026-11-19T06:00:00.000Z",
    "monday 2026-11-23T06:00:00.000Z",
  ]);
});

test("tomorrow is that of the zone, even when ours is still another day", () => {
  expect(at("2026-11-18T22:30:00Z", "Asia/Tokyo")[1]).toBe("tomorrow 2026-11-20T00:00:00.000Z");
});

test("on a Sunday, Monday is not offered twice", () => {
  expect(at("2026-11-22T10:00:00Z", "UTC").slice(1)).toEqual([
    "tomorrow 2026-11-23T09:00:00.000Z",
    "monday 2026-11-30T09:00:00.000Z",
  ]);
});

test("on a Monday, Monday is the next one", () => {
  expect(at("2026-11-23T07:00:00Z", "UTC")[2]).toBe("monday 2026-11-30T09:00:00.000Z");
});
