import { expect, test } from "vitest";
import { occurrencesOf } from "./occurrences";

const SPAN = { from: new Date("2026-10-12T00:00:00Z"), to: new Date("2026-11-09T00:00:00Z") };
const WEEKLY = {
  start: "2026-10-05T07:00:00.000Z",
  end: "2026-10-05T07:30:00.000Z",
  isAllDay: false,
  zone: "Europe/Berlin",
  repeats: "FREQ=WEEKLY;BYDAY=MO" as string | null,
};
const startsOf = (changes: Partial<typeof WEEKLY>) =>
  occurrencesOf({ ...WEEKLY, ...changes }, SPAN).map(({ start }) => start.toISOString().slice(5, 16));

test("a series stays at its own clock's time when clocks change", () => {
  expect(startsOf({})).toEqual(["10-12T07:00", "10-19T07:00", "10-26T08:00", "11-02T08:00"]);
  expect(occurrencesOf(WEEKLY, SPAN)[2]!.end).toEqual(new Date("2026-10-26T08:30:00Z"));
});

test("it ends with its count, its last instant, or its last day, which is one of it", () => {
  expect(startsOf({ repeats: "FREQ=WEEKLY;COUNT=3" })).toEqual(["10-12T07:00", "10-19T07:00"]);
  expect(startsOf({ repeats: "FREQ=WEEKLY;UNTIL=20261026T080000Z" })).toHaveLength(3);
  expect(startsOf({ repeats: "FREQ=WEEKLY;UNTIL=20261026T075959Z" })).toHaveLength(2);
  expect(startsOf({ repeats: "FREQ=WEEKLY;UNTIL=20261026" })).toHaveLength(3);
});

test("what takes place once does so in its span alone, and a day is a day", () => {
  expect(startsOf({ repeats: null })).toEqual([]);
  expect(startsOf({ repeats: null, start: "2026-10-12T07:00:00.000Z" })).toEqual(["10-12T07:00"]);
  const days = { isAllDay: true, zone: "Europe/Berlin", start: "2026-10-05T00:00:00.000Z", end: null as never };
  expect(startsOf({ ...days, repeats: "FREQ=WEEKLY;INTERVAL=2" })).toEqual(["10-19T00:00", "11-02T00:00"]);
});

test.each([
  "FREQ=SECONDLY",
  "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2",
  "FREQ=DAILY;BYSETPOS=9",
  "RDATE=x",
  "FREQ=MONTHLY;BYDAY=9MO",
  "FREQ=DAILY;BYDAY=1MO",
  "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
  "FREQ=WEEKLY;BYDAY=1MO",
  "FREQ=DAILY;INTERVAL=0",
])("a rule that might take for ever is not begun: %s", (repeats) =>
  expect(startsOf({ repeats, start: "2026-10-13T07:00:00.000Z" })).toEqual(["10-13T07:00"]),
);
