import fc from "fast-check";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { wallTimeOf, weekdayOf } from "../wall-time";
import { workingClock, type WorkHours } from "./working-clock";

const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);
const BERLIN: WorkHours = { days: [1, 2, 3, 4, 5], start: "09:00", end: "18:00", zone: "Europe/Berlin" };

function workedMinutes(hours: WorkHours, from: string, to: string): number {
  const clock = workingClock(hours, at(from), at(to));
  return (clock(at(to)) - clock(at(from))) / MINUTE;
}

test("an evening's message is answered at once the next morning", () => {
  expect(workedMinutes(BERLIN, "2026-11-24T19:00:00+01:00", "2026-11-25T09:26:00+01:00")).toBe(26);
});

test("the weekend does not count", () => {
  expect(workedMinutes(BERLIN, "2026-11-20T17:30:00+01:00", "2026-11-23T09:10:00+01:00")).toBe(40);
  expect(workedMinutes(BERLIN, "2026-11-21T10:00:00+01:00", "2026-11-22T10:00:00+01:00")).toBe(0);
});

test("a day's hours follow the clocks when they change, and an hour that comes twice is worked twice", () => {
  expect(workedMinutes(BERLIN, "2027-03-26T12:00:00Z", "2027-03-29T12:00:00Z")).toBe((5 + 5) * 60);
  const night: WorkHours = { days: [7], start: "00:00", end: "06:00", zone: "Europe/Berlin" };
  expect(workedMinutes(night, "2026-10-24T12:00:00Z", "2026-10-25T12:00:00Z")).toBe(7 * 60);
  expect(workedMinutes(night, "2027-03-27T12:00:00Z", "2027-03-28T12:00:00Z")).toBe(5 * 60);
});

test("who never works, or whose day ends before it begins, has no time that passes", () => {
  expect(workedMinutes({ ...BERLIN, days: [] }, "2026-11-01T00:00:00Z", "2026-11-30T00:00:00Z")).toBe(0);
  expect(
    workedMinutes({ ...BERLIN, start: "18:00", end: "09:00" }, "2026-11-01T00:00:00Z", "2026-11-30T00:00:00Z"),
  ).toBe(0);
});

const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const clockTime = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${pad(Math.floor(quarter / 4))}:${pad((quarter % 4) * 15)}`);
const pad = (part: number) => String(part).padStart(2, "0");
const hoursOf = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
  start: clockTime,
  end: clockTime,
  zone: fc.constantFrom(...ZONES),
});
/** Around the changes of the clocks in several parts of the world. */
const begin = fc
  .tuple(
    fc.constantFrom("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01", "2026-07-01"),
    fc.integer({ min: -2_000, max: 2_000 }),
  )
  .map(([day, minutes]) => at(day) + minutes * MINUTE);

/** Minute by minute: does the wall show a working hour? Only where the day's ends are no skipped time, which a wall never shows. */
function countedMinutes({ days, start, end, zone }: WorkHours, from: number, minutes: number): number {
  return Array.from({ length: minutes }, (_, nth) => wallTimeOf(new Date(from + nth * MINUTE), zone)).filter(
    ({ date, time }) => days.includes(weekdayOf(date)) && time >= start && time < end,
  ).length;
}

test("outside the hours of the change, it is what a person with a wall clock would count", () => {
  const byDay = hoursOf.filter(({ start, end }) => start >= "04:00" && start < end);
  fc.assert(
    fc.property(byDay, begin, fc.integer({ min: 0, max: 3_000 }), (hours, from, minutes) => {
      const clock = workingClock(hours, from, from + minutes * MINUTE);
      expect((clock(from + minutes * MINUTE) - clock(from)) / MINUTE).toBe(countedMinutes(hours, from, minutes));
    }),
    randomRuns(60),
  );
});

test("it never runs back nor faster than the wall, and parts add up", () => {
  const gap = fc.integer({ min: 0, max: 40_000 });
  fc.assert(
    fc.property(hoursOf, begin, gap, gap, (hours, from, first, second) => {
      const [middle, last] = [from + first * MINUTE, from + (first + second) * MINUTE];
      const clock = workingClock(hours, from, last);
      const [early, late, whole] = [
        clock(middle) - clock(from),
        clock(last) - clock(middle),
        clock(last) - clock(from),
      ];
      expect(early).toBeGreaterThanOrEqual(0);
      expect(early).toBeLessThanOrEqual(first * MINUTE);
      expect(early + late).toBe(whole);
      const own = workingClock(hours, middle, last);
      expect(own(last) - own(middle)).toBe(late);
    }),
  );
});
