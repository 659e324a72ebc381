import { expect, test } from "vitest";
import { isMonthFirst } from "./day-order";
import { otherOrder, readNaturalTime } from "./natural-time";
import { readTypedDay } from "./typed-day";
import { wallTimeOf } from "./wall-time";

const CLOCKS = { now: new Date("2026-11-28T09:00:00Z"), theirs: "America/Los_Angeles", ours: "America/New_York" };

const shown = (read: ReturnType<typeof readNaturalTime> | null) => {
  if (read?.state !== "read") return read?.state ?? null;
  const { date, time } = wallTimeOf(read.instant, read.zone);
  return `${date} ${time}`;
};
const read = (text: string, isMonthFirst: boolean) => shown(readNaturalTime(text, { ...CLOCKS, isMonthFirst }));
const other = (text: string, isMonthFirst: boolean) => shown(otherOrder(text, { ...CLOCKS, isMonthFirst }));

test("in English the region of the browser tells the order, in German the day is first", () => {
  expect(["en-US", "en-PH", "en"].map((tag) => isMonthFirst("en", tag))).toEqual([true, true, true]);
  expect(["en-GB", "en-AU", "de-DE", "sv-SE", "no such tag"].map((tag) => isMonthFirst("en", tag))).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isMonthFirst("de", "en-US")).toBe(false);
});

test.each([
  ["12/1 9am", "2026-12-01 09:00", "2027-01-12 09:00"],
  ["01/12 9:00", "2027-01-12 09:00", "2026-12-01 09:00"],
  ["12/2/27 9am", "2027-12-02 09:00", "2027-02-12 09:00"],
  ["12-2-2027, 9am", "2027-12-02 09:00", "2027-02-12 09:00"],
  ["tue 12/1 9am", "2026-12-01 09:00", "2027-01-12 09:00"],
])("%s is read in the person's order, and the other one is told", (text, monthFirst, dayFirst) => {
  expect([read(text, true), other(text, true)]).toEqual([monthFirst, dayFirst]);
  expect([read(text, false), other(text, false)]).toEqual([dayFirst, monthFirst]);
});

test.each([
  ["12/15 9am", "2026-12-15 09:00"],
  ["15/12 9am", "2026-12-15 09:00"],
  ["friday 12/4 9am", "2026-12-04 09:00"],
  ["12/12 9am", "2026-12-12 09:00"],
  ["12.1. 9:00", "2027-01-12 09:00"],
  ["2026/12/1 9am", "2026-12-01 09:00"],
  ["1 dec 9am", "2026-12-01 09:00"],
])("%s has one reading, whatever the order", (text, expected) => {
  expect([read(text, true), read(text, false)]).toEqual([expected, expected]);
  expect([other(text, true), other(text, false)]).toEqual([null, null]);
});

test("where the person's order has passed, the other one is told still", () => {
  expect([read("12/1/2026 9am", false), other("12/1/2026 9am", false)]).toEqual(["past", "2026-12-01 09:00"]);
});

test.each(["9/10 am", "9-10am", "13/13 9am", "in 1/2 hour"])("%s is no day in figures", (text) => {
  expect([read(text, true), read(text, false)]).toEqual(["unreadable", "unreadable"]);
});

test("a field for days reads the same order; dots and words are as they are", () => {
  const day = (text: string, isMonthFirst: boolean) => readTypedDay(text, { today: "2026-11-28", isMonthFirst });
  expect([day("12/1", true), day("12/1", false)]).toEqual(["2026-12-01", "2027-01-12"]);
  expect([day("12-1-26", true), day("12-1-26", false)]).toEqual(["2026-12-01", "2026-01-12"]);
  for (const order of [true, false])
    expect(["12.1.", "28/11", "11/28", "1 Dec", "2026-12-01"].map((text) => day(text, order))).toEqual([
      "2027-01-12",
      "2026-11-28",
      "2026-11-28",
      "2026-12-01",
      "2026-12-01",
    ]);
});

test("where ours is meant, theirs is by its name alone", () => {
  const at = (text: string) => readNaturalTime(text, { ...CLOCKS, isOurs: true });
  expect(at("next tue 9:15")).toMatchObject({ zone: "America/New_York" });
  expect(at("next tue 9:15 their time")).toMatchObject({ zone: "America/Los_Angeles" });
});
