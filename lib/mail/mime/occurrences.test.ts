import { expect, test } from "vitest";
import { occurrencesOf } from "./occurrences";

const SPAN = { from: new Date("2026-10-12T00:00:00Z"), to: new Date("2026-11-09T00:00:00Z") };
const WEEKLY = {
  start: "2026-10-05T07:00:00.000Z",
  end: "2026-10-05T07:30:00.000Z",
  isAllDay: false,
  zone: "Europe/Berlin",
  repeats: "FREQ=WEEKLY;BYDAY=MO" as string | null,
  without: [] as string[],
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

test("single ones of a series are left out, and no span has more than 200", () => {
  expect(startsOf({ without: ["2026-10-19T07:00:00Z", "2026-10-26T08:00:00.000Z", "2026-11-02T07:00:00Z"] })).toEqual([
    "10-12T07:00",
    "11-02T08:00",
  ]);
  const years = { from: new Date("2026-10-05T00:00:00Z"), to: new Date("2029-10-05T00:00:00Z") };
  expect(occurrencesOf({ ...WEEKLY, repeats: "FREQ=DAILY" }, years)).toHaveLength(200);
});

test.each([
  ["FREQ=MONTHLY;BYMONTHDAY=15", ["10-15T07:00"]],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", ["10-31T08:00"]],
  ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", ["11-02T08:00"]],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["10-30T08:00"]],
  ["FREQ=MONTHLY;BYDAY=2TU", ["10-13T07:00"]],
  ["FREQ=YEARLY;BYMONTHDAY=3;BYMONTH=11", ["11-03T08:00"]],
])("what calendars write for months is understood: %s", (repeats, starts) =>
  expect(startsOf({ repeats })).toEqual(starts),
);

test.each([
  "FREQ=SECONDLY",
  "FREQ=MONTHLY;BYSETPOS=2",
  "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
  "FREQ=MONTHLY;BYMONTHDAY=30;INTERVAL=12",
  "FREQ=YEARLY;BYMONTH=2",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
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
