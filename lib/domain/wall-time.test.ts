import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, instantOf, isZone, placeOf, wallTimeOf, weekdayOf } from "./wall-time";

describe("instantOf", () => {
  test("an ordinary wall time is one instant", () => {
    const found = instantOf({ date: "2026-11-19", time: "09:10" }, "Europe/Istanbul");
    expect(found).toEqual({ instant: new Date("2026-11-19T06:10:00Z"), change: "none" });
  });

  test("a time that spring skips moves forward by the gap and says so", () => {
    const found = instantOf({ date: "2027-03-28", time: "02:30" }, "Europe/Berlin");
    expect(found).toEqual({ instant: new Date("2027-03-28T01:30:00Z"), change: "skipped" });
    expect(wallTimeOf(found!.instant, "Europe/Berlin").time).toBe("03:30");
  });

  test("a time that autumn repeats is taken the first time and says so", () => {
    const found = instantOf({ date: "2026-10-25", time: "02:30" }, "Europe/Berlin");
    expect(found).toEqual({ instant: new Date("2026-10-25T00:30:00Z"), change: "repeated" });
  });

  test("the hours beside a clock change are untouched", () => {
    const times = ["01:59", "03:00"].map((time) => instantOf({ date: "2027-03-28", time }, "Europe/Berlin"));
    expect(times).toEqual([
      { instant: new Date("2027-03-28T00:59:00Z"), change: "none" },
      { instant: new Date("2027-03-28T01:00:00Z"), change: "none" },
    ]);
  });

  test("half an hour of change and a skipped whole day are understood", () => {
    const lordHowe = instantOf({ date: "2026-10-04", time: "02:10" }, "Australia/Lord_Howe");
    const samoa = instantOf({ date: "2011-12-30", time: "12:00" }, "Pacific/Apia");
    expect(lordHowe?.change).toBe("skipped");
    expect(wallTimeOf(lordHowe!.instant, "Australia/Lord_Howe").time).toBe("02:40");
    expect(samoa?.change).toBe("skipped");
    expect(wallTimeOf(samoa!.instant, "Pacific/Apia")).toEqual({ date: "2011-12-31", time: "12:00" });
  });

  test.each([
    ["2026-02-30", "09:00", "Europe/Berlin"],
    ["2026-11-19", "25:00", "Europe/Berlin"],
    ["", "09:00", "Europe/Berlin"],
    ["2026-11-19", "09:00", "Europe/Nowhere"],
    ["2026-11-19", "09:00", ""],
  ])("%s %s in %s is no time", (date, time, zone) => {
    expect(instantOf({ date, time }, zone)).toBeNull();
  });

  test("what a clock shows leads back to an instant at which it shows the same", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC");
    const minutes = fc.integer({ min: 25_000_000, max: 33_000_000 });
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000);
        const back = instantOf(wallTimeOf(instant, zone), zone)!;
        expect(wallTimeOf(back.instant, zone)).toEqual(wallTimeOf(instant, zone));
        expect(back.instant.getTime()).toBeLessThanOrEqual(instant.getTime());
      }),
    );
  });
});

test("days are added over the ends of months, and weekdays are those of ISO 8601", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect([weekdayOf("2026-11-23"), weekdayOf("2026-11-29")]).toEqual([1, 7]);
});

test("a zone has a place, and an unknown one is none", () => {
  expect(placeOf("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(placeOf("+03:00")).toBe("UTC+03:00");
  expect([isZone("Europe/Istanbul"), isZone("Mars/Base")]).toEqual([true, false]);
});
