import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { bestTime, nextBestTime } from "./best-time";
import { readNaturalTime } from "./natural-time";
import { schedulePresets } from "./schedule-presets";
import { addDays, instantOf, wallTimeOf, weekdayOf } from "./wall-time";

/** Quarters and halves of hours, half an hour of summer time, both halves of the earth, and a day beyond the date line. */
const zones = fc.constantFrom(
  "Asia/Kathmandu",
  "Pacific/Chatham",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kolkata",
  "Europe/London",
  "America/New_York",
  "Pacific/Kiritimati",
);
/** Any minute of the years 2025 to 2028: each zone's clocks change both ways in them. */
const instants = fc.integer({ min: 28_928_160, max: 31_031_520 }).map((minute) => new Date(minute * 60_000));
const CHECKS = randomRuns(60);

test("tomorrow at an hour is that hour of the zone's next day, or the first after it where the clocks skip it", () => {
  fc.assert(
    fc.property(instants, zones, zones, fc.integer({ min: 0, max: 23 }), (now, theirs, ours, hour) => {
      const time = `${String(hour).padStart(2, "0")}:10`;
      const read = readNaturalTime(`tomorrow ${time}`, { now, theirs, ours });
      const tomorrow = addDays(wallTimeOf(now, theirs).date, 1);
      if (read.state !== "read") throw new Error(`tomorrow is ${read.state}`);

      expect(read.instant).toEqual(instantOf({ date: tomorrow, time }, theirs)!.instant);
      const shown = wallTimeOf(read.instant, theirs);
      expect(read.change === "skipped" ? shown.time > time : shown.time === time).toBe(true);
      expect(read.instant.getTime()).toBeGreaterThan(now.getTime());
    }),
    CHECKS,
  );
});

test("business days and presets are mornings of working days ahead, whatever the clocks did in between", () => {
  fc.assert(
    fc.property(instants, zones, fc.integer({ min: 1, max: 200 }), (now, theirs, days) => {
      const read = readNaturalTime(`in ${days} business days`, { now, theirs, ours: "UTC" });
      if (read.state !== "read") throw new Error(`${days} business days are ${read.state}`);
      const { date, time } = wallTimeOf(read.instant, theirs);

      expect([time, weekdayOf(date) <= 5]).toEqual(["09:00", true]);
      const today = Date.parse(wallTimeOf(now, theirs).date);
      const passed = Array.from({ length: (Date.parse(date) - today) / 86_400_000 }, (_, each) =>
        new Date(today + (each + 1) * 86_400_000).getUTCDay(),
      );
      expect(passed.filter((day) => day !== 0 && day !== 6)).toHaveLength(days);
      for (const { key, instant } of schedulePresets(now, theirs)) {
        expect(instant.getTime()).toBeGreaterThan(now.getTime());
        if (key !== "inTwoHours") expect(wallTimeOf(instant, theirs).time).toBe("09:00");
      }
    }),
    CHECKS,
  );
});

test("the best time lies ahead, on its weekday and within its hours on the lead's clock", () => {
  const counts = fc.record({ weekday: fc.integer({ min: 1, max: 5 }), hour: fc.integer({ min: 6, max: 21 }) });
  fc.assert(
    fc.property(instants, zones, counts, (now, leadZone, answer) => {
      const best = bestTime({ lead: [{ ...answer, count: 5 }], country: [], all: [] })!;
      const found = nextBestTime(best, now, {
        mailboxWindow: null,
        mailboxZone: "UTC",
        campaignWindow: null,
        leadZone,
        holidays: [],
      })!;
      const { date, time } = wallTimeOf(found, leadZone);

      expect(found.getTime()).toBeGreaterThan(now.getTime());
      expect(weekdayOf(date)).toBe(answer.weekday);
      expect(Number(time.slice(0, 2))).toBeGreaterThanOrEqual(best.from);
      expect(Number(time.slice(0, 2))).toBeLessThan(best.to);
    }),
    CHECKS,
  );
});
