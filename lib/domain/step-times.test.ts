import { expect, test } from "vitest";
import type { StepWait } from "./follow-up";
import { dayOfReturn, stepTimes, waitBetween } from "./step-times";
import { wallTimeOf } from "./wall-time";

const wait = (count: number, unit: StepWait["unit"] = "days", time = "09:10"): StepWait => ({ count, unit, time });
const utc = (times: Date[]) => times.map((time) => time.toISOString().slice(0, 16));

test.each([
  // Summer time ends on 25 October 2026 in Europe and on 1 November in America, and begins on 4 October in Australia.
  ["Europe/Berlin", "2026-10-23T08:00:00Z", ["2026-10-24T07:10", "2026-10-27T08:10"]],
  ["America/New_York", "2026-10-30T15:00:00Z", ["2026-10-31T13:10", "2026-11-03T14:10"]],
  ["Europe/Berlin", "2026-03-27T08:00:00Z", ["2026-03-28T08:10", "2026-03-31T07:10"]],
  ["Australia/Lord_Howe", "2026-10-02T01:00:00Z", ["2026-10-02T22:40", "2026-10-05T22:10"]],
  ["Asia/Kathmandu", "2026-11-18T20:00:00Z", ["2026-11-20T03:25", "2026-11-23T03:25"]],
  ["Asia/Kolkata", "2026-11-18T18:00:00Z", ["2026-11-19T03:40", "2026-11-22T03:40"]],
])("days are counted on the clocks of %s and keep their wall time", (zone, from, expected) => {
  expect(utc(stepTimes([wait(1), wait(3)], { from: new Date(from), zone }))).toEqual(expected);
});

test("working days pass over weekends, weeks are seven days, and a step is counted from the one before", () => {
  const friday = new Date("2026-11-20T16:00:00Z");

  const times = stepTimes([wait(1, "business_days"), wait(1, "weeks"), wait(5, "business_days", "16:30")], {
    from: friday,
    zone: "Europe/Warsaw",
  });

  expect(utc(times)).toEqual(["2026-11-23T08:10", "2026-11-30T08:10", "2026-12-07T15:30"]);
});

test("a first day takes the place of the first wait alone", () => {
  const times = stepTimes([wait(9), wait(2)], {
    from: new Date("2026-11-20T16:00:00Z"),
    zone: "UTC",
    startDate: "2026-12-01",
  });

  expect(utc(times)).toEqual(["2026-12-01T09:10", "2026-12-03T09:10"]);
});

test("a step on the day of the one before leaves the day after where that has left too late", () => {
  const times = (from: string) => utc(stepTimes([wait(0, "days", "14:00")], { from: new Date(from), zone: "UTC" }));

  expect(times("2026-11-19T09:10:00Z")).toEqual(["2026-11-19T14:00"]);
  expect(times("2026-11-19T15:00:00Z")).toEqual(["2026-11-20T14:00"]);
});

test("a time that the clocks skip moves forward by the gap", () => {
  const from = new Date("2026-03-28T10:00:00Z");

  const [time] = stepTimes([wait(1, "days", "02:30")], { from, zone: "Europe/Berlin" });

  expect(wallTimeOf(time!, "Europe/Berlin")).toEqual({ date: "2026-03-29", time: "03:30" });
});

test("who is back on a weekend is written to on Monday where working days are meant", () => {
  expect(dayOfReturn("2026-11-28", wait(2, "business_days"))).toBe("2026-11-30");
  expect(dayOfReturn("2026-11-28", wait(2))).toBe("2026-11-28");
});

test("the wait to a time that was chosen by hand is told in its former unit as far as that fits", () => {
  const [from, zone] = [new Date("2026-11-19T10:00:00Z"), "UTC"];
  const to = (day: string) => new Date(`${day}T14:00:00Z`);

  expect(waitBetween(from, to("2026-11-23"), { unit: "business_days", zone })).toEqual(
    wait(2, "business_days", "14:00"),
  );
  expect(waitBetween(from, to("2026-11-22"), { unit: "business_days", zone })).toEqual(wait(3, "days", "14:00"));
  expect(waitBetween(from, to("2026-12-03"), { unit: "weeks", zone })).toEqual(wait(2, "weeks", "14:00"));
  expect(waitBetween(from, to("2026-12-04"), { unit: "weeks", zone })).toEqual(wait(15, "days", "14:00"));
});
