import { describe, expect, test } from "vitest";
import { readTypedDay, writeDay } from "./typed-day";

const today = "2026-11-28";
const read = (text: string, bounds: { min?: string; max?: string } = {}) => readTypedDay(text, { today, ...bounds });

describe("a day is read as it is typed, in both languages", () => {
  test.each([
    ["2026-11-28", "2026-11-28"],
    ["20261128", "2026-11-28"],
    ["2026/1/5", "2026-01-05"],
    ["28.11.2026", "2026-11-28"],
    ["28.11.26", "2026-11-28"],
    ["28.11.", "2026-11-28"],
    ["28.11", "2026-11-28"],
    [" 3. 12. ", "2026-12-03"],
    ["28/11/2026", "2026-11-28"],
    ["28-11-26", "2026-11-28"],
    ["Nov 28", "2026-11-28"],
    ["Nov 28, 2027", "2027-11-28"],
    ["28 nov", "2026-11-28"],
    ["28nov26", "2026-11-28"],
    ["28th of November 2026", "2026-11-28"],
    ["28. November 2026", "2026-11-28"],
    ["3. Dez.", "2026-12-03"],
    ["1. März 2027", "2027-03-01"],
    ["1 Mai", "2027-05-01"],
    ["oktober 3", "2026-10-03"],
    ["Sept 3", "2026-09-03"],
    ["Sat, 28 Nov 2026", "2026-11-28"],
    ["Samstag, 28.11.2026", "2026-11-28"],
    ["Mo. 30.11.", "2026-11-30"],
    ["today", "2026-11-28"],
    ["morgen", "2026-11-29"],
    ["übermorgen", "2026-11-30"],
    ["Yesterday", "2026-11-27"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

test("days come before months, unless only the other way round is a day", () => {
  expect(read("4/12/2026")).toBe("2026-12-04");
  expect(read("11/28/2026")).toBe("2026-11-28");
});

test("without its year or its month it is the nearest day that may be chosen", () => {
  expect(read("3.1.")).toBe("2027-01-03");
  expect(read("3.1.", { max: today })).toBe("2026-01-03");
  expect(read("1")).toBe("2026-12-01");
  expect(read("27.")).toBe("2026-11-27");
  expect(read("27.", { min: today })).toBe("2026-12-27");
  expect(read("31")).toBe("2026-10-31");
});

test("one that may not be chosen is told as it is, for whoever says so", () => {
  expect(read("1.5.2026", { min: today })).toBe("2026-05-01");
});

test.each([
  "",
  "soon",
  "32",
  "31.11.2026",
  "29.2.2027",
  "28.13.2026",
  "28 Foo",
  "28.11.202",
  "nov",
  "9:30",
  "0.1.",
  "2026",
])("%s is no day", (text) => expect(read(text)).toBeNull());

test("it is shown as the language writes days, and what is shown is read back", () => {
  expect(writeDay("2026-11-08", "en-GB")).toBe("8 Nov 2026");
  expect(writeDay("2026-11-08", "de-DE")).toBe("08.11.2026");
  expect(writeDay("", "de-DE")).toBe("");
  for (let month = 1; month <= 12; month++)
    for (const locale of ["en-GB", "de-DE"]) {
      const day = `2025-${String(month).padStart(2, "0")}-17`;
      expect(read(writeDay(day, locale))).toBe(day);
    }
});
