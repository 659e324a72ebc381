import { describe, expect, test } from "vitest";
import { readNaturalTime } from "./natural-time";
import { wallTimeOf } from "./wall-time";

/** A Wednesday: 12:52 in Izmir (Europe/Istanbul), 09:52 in London. */
const NOW = new Date("2026-11-18T09:52:10Z");
const CLOCKS = { now: NOW, theirs: "Europe/Istanbul", ours: "Europe/London" };

/** What was read, as the clock of its own zone shows it; else why not. */
function read(text: string, clocks: { now?: string; theirs?: string | null; ours?: string } = {}): string {
  const now = clocks.now ? new Date(clocks.now) : NOW;
  const found = readNaturalTime(text, { ...CLOCKS, ...clocks, now });
  if (found.state !== "read") return found.state;
  const { date, time } = wallTimeOf(found.instant, found.zone);
  return `${date} ${time} ${found.zone}${found.change === "none" ? "" : ` ${found.change}`}`;
}

describe("a day and a time are those of the lead's clock unless ours is named", () => {
  test.each([
    ["tomorrow 9am their time", "2026-11-19 09:00 Europe/Istanbul"],
    ["tomorrow 9am", "2026-11-19 09:00 Europe/Istanbul"],
    ["next year", "2027-11-18 09:00 Europe/Istanbul"],
    ["in 2 years", "2028-11-18 09:00 Europe/Istanbul"],
    ["in 2.5 days", "unreadable"],
    ["in half a day", "unreadable"],
    ["next tue 9:10", "2026-11-24 09:10 Europe/Istanbul"],
    ["next tue 9:10 their time", "2026-11-24 09:10 Europe/Istanbul"],
    ["next tue 9 their time", "2026-11-24 09:00 Europe/Istanbul"],
    ["in 2 weeks", "2026-12-02 09:00 Europe/Istanbul"],
    ["fri 14:00 my time", "2026-11-20 14:00 Europe/London"],
    ["fri 14:00 mine", "2026-11-20 14:00 Europe/London"],
    ["our time tomorrow 8:30", "2026-11-19 08:30 Europe/London"],
    ["friday 2pm London time", "2026-11-20 14:00 Europe/London"],
    ["friday 2pm in Istanbul", "2026-11-20 14:00 Europe/Istanbul"],
    ["Friday, 10:15", "2026-11-20 10:15 Europe/Istanbul"],
    ["14:00 on friday", "2026-11-20 14:00 Europe/Istanbul"],
    ["24 nov 10:00", "2026-11-24 10:00 Europe/Istanbul"],
    ["Nov 24 at 10", "2026-11-24 10:00 Europe/Istanbul"],
    ["24 nov at 10", "2026-11-24 10:00 Europe/Istanbul"],
    ["dec 3rd 8:30", "2026-12-03 08:30 Europe/Istanbul"],
    ["24/11 10:00", "2026-11-24 10:00 Europe/Istanbul"],
    ["2026-12-03 08:30", "2026-12-03 08:30 Europe/Istanbul"],
    ["in 3 days at 10:00", "2026-11-21 10:00 Europe/Istanbul"],
    ["day after tomorrow 9:00", "2026-11-20 09:00 Europe/Istanbul"],
    ["next week tuesday 11:00", "2026-11-24 11:00 Europe/Istanbul"],
    ["tomorrow 14h30", "2026-11-19 14:30 Europe/Istanbul"],
    ["9am tomorrow", "2026-11-19 09:00 Europe/Istanbul"],
    ["tomorrow 14", "2026-11-19 14:00 Europe/Istanbul"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("a day without a time is its morning, and parts of the day have their hour", () => {
  test.each([
    ["tomorrow", "2026-11-19 09:00"],
    ["in a week", "2026-11-25 09:00"],
    ["next week", "2026-11-23 09:00"],
    ["monday morning", "2026-11-23 09:00"],
    ["tomorrow afternoon", "2026-11-19 14:00"],
    ["tonight", "2026-11-18 20:00"],
    ["tonight at 8", "2026-11-18 20:00"],
    ["tomorrow evening at 7", "2026-11-19 19:00"],
    ["at 9 in the morning", "2026-11-19 09:00"],
    ["tomorrow noon", "2026-11-19 12:00"],
    ["midnight", "2026-11-19 00:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(`${expected} Europe/Istanbul`));
});

describe("what may come again comes the next time", () => {
  test.each([
    ["14:00", "2026-11-18 14:00"],
    ["9:00", "2026-11-19 09:00"],
    ["9", "2026-11-19 09:00"],
    ["14", "2026-11-18 14:00"],
    ["um 9", "2026-11-19 09:00"],
    ["wed 14:00", "2026-11-18 14:00"],
    ["wed 9:00", "2026-11-25 09:00"],
    ["tue 9:00", "2026-11-24 09:00"],
    ["5 january 9:00", "2027-01-05 09:00"],
    ["1 june 9:00", "2027-06-01 09:00"],
    ["18 nov 9:00", "2027-11-18 09:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(`${expected} Europe/Istanbul`));

  test("today is the zone's today, even when ours is still another day", () => {
    const late = { now: "2026-11-18T22:30:00Z", theirs: "Asia/Tokyo" };
    expect(read("today 9:00", late)).toBe("2026-11-19 09:00 Asia/Tokyo");
    expect(read("tomorrow 9:00", late)).toBe("2026-11-20 09:00 Asia/Tokyo");
    expect(read("tomorrow 9:00 my time", late)).toBe("2026-11-19 09:00 Europe/London");
  });
});

describe("hours are counted on the instant, to the next full minute", () => {
  test.each([
    ["in 2 hours", "2026-11-18T11:53:00Z"],
    ["in 2h", "2026-11-18T11:53:00Z"],
    ["in an hour", "2026-11-18T10:53:00Z"],
    ["in half an hour", "2026-11-18T10:23:00Z"],
    ["in 1.5 hours", "2026-11-18T11:23:00Z"],
    ["in 1 hour and 20 minutes", "2026-11-18T11:13:00Z"],
    ["45 min from now", "2026-11-18T10:38:00Z"],
    ["in zwei Stunden", "2026-11-18T11:53:00Z"],
  ])("%s is %s", (text, expected) =>
    expect(readNaturalTime(text, CLOCKS)).toEqual({
      state: "read",
      instant: new Date(expected),
      zone: "Europe/Istanbul",
      change: "none",
    }),
  );

  test("a clock change in between does not add or take an hour", () => {
    const night = { now: "2026-11-01T05:30:00Z", theirs: "America/New_York" };
    expect(read("in 2 hours", night)).toBe("2026-11-01 02:30 America/New_York");
  });
});

describe("business days leave the weekend out", () => {
  test.each([
    ["in 3 business days", "2026-11-18T09:52:00Z", "2026-11-23 09:00"],
    ["in 3 working days at 14:00", "2026-11-18T09:52:00Z", "2026-11-23 14:00"],
    ["3 business days 10:30", "2026-11-18T09:52:00Z", "2026-11-23 10:30"],
    ["in one business day", "2026-11-20T09:52:00Z", "2026-11-23 09:00"],
    ["next business day", "2026-11-21T09:52:00Z", "2026-11-23 09:00"],
    ["in 10 business days", "2026-11-18T09:52:00Z", "2026-12-02 09:00"],
    ["in 2 Werktagen um 15 Uhr", "2026-11-20T09:52:00Z", "2026-11-24 15:00"],
  ])("%s from %s is %s", (text, now, expected) => expect(read(text, { now })).toBe(`${expected} Europe/Istanbul`));
});

describe("a wall time that spring skips moves on by the gap, one that autumn repeats is the first", () => {
  test.each([
    ["sunday 2:30", "2027-03-11T12:00:00Z", "America/New_York", "2027-03-14 03:30", "skipped", "2027-03-14T07:30:00Z"],
    ["sunday 1:30", "2026-10-29T12:00:00Z", "America/New_York", "2026-11-01 01:30", "repeated", "2026-11-01T05:30:00Z"],
    ["28 march 2:30", "2027-03-20T12:00:00Z", "Europe/Berlin", "2027-03-28 03:30", "skipped", "2027-03-28T01:30:00Z"],
    ["25 oct 2:30", "2026-10-20T12:00:00Z", "Europe/Berlin", "2026-10-25 02:30", "repeated", "2026-10-25T00:30:00Z"],
    [
      "4 oct 2:10",
      "2026-10-01T12:00:00Z",
      "Australia/Lord_Howe",
      "2026-10-04 02:40",
      "skipped",
      "2026-10-03T15:40:00Z",
    ],
    [
      "5 apr 1:45",
      "2026-04-01T12:00:00Z",
      "Australia/Lord_Howe",
      "2026-04-05 01:45",
      "repeated",
      "2026-04-04T14:45:00Z",
    ],
  ])("%s on %s in %s", (text, now, zone, wall, change, instant) => {
    expect(read(text, { now, theirs: zone })).toBe(`${wall} ${zone} ${change}`);
    expect(readNaturalTime(text, { now: new Date(now), theirs: zone, ours: "UTC" })).toMatchObject({
      instant: new Date(instant),
    });
  });

  test("zones of half and quarter hours are read to the minute", () => {
    const at = (zone: string) => readNaturalTime("tomorrow 9:00", { now: NOW, theirs: zone, ours: "UTC" });
    expect(at("Asia/Kolkata")).toMatchObject({ instant: new Date("2026-11-19T03:30:00Z") });
    expect(at("Asia/Kathmandu")).toMatchObject({ instant: new Date("2026-11-19T03:15:00Z") });
    expect(at("America/St_Johns")).toMatchObject({ instant: new Date("2026-11-19T12:30:00Z") });
  });

  test("an offset that was said counts instead of the zone", () => {
    expect(readNaturalTime("tomorrow 9am EST", CLOCKS)).toMatchObject({ instant: new Date("2026-11-19T14:00:00Z") });
    expect(readNaturalTime("fri 9:00 UTC", CLOCKS)).toMatchObject({ instant: new Date("2026-11-20T09:00:00Z") });
  });
});

describe("the basics of German", () => {
  test.each([
    ["morgen 9 Uhr", "2026-11-19 09:00 Europe/Istanbul"],
    ["morgen früh", "2026-11-19 09:00 Europe/Istanbul"],
    ["nächsten Dienstag 9:10", "2026-11-24 09:10 Europe/Istanbul"],
    ["Freitag um 14 Uhr meine Zeit", "2026-11-20 14:00 Europe/London"],
    ["24.11. 9:10", "2026-11-24 09:10 Europe/Istanbul"],
    ["übermorgen", "2026-11-20 09:00 Europe/Istanbul"],
    ["in 3 Tagen", "2026-11-21 09:00 Europe/Istanbul"],
    ["nächste Woche", "2026-11-23 09:00 Europe/Istanbul"],
    ["kommende Woche", "2026-11-23 09:00 Europe/Istanbul"],
    ["morgen 9 Uhr ihre Zeit", "2026-11-19 09:00 Europe/Istanbul"],
    ["morgen 9 Uhr nach ihrer Zeit", "2026-11-19 09:00 Europe/Istanbul"],
    ["Freitag 14 Uhr Ortszeit", "2026-11-20 14:00 Europe/Istanbul"],
    ["nächsten Di 9:30", "2026-11-24 09:30 Europe/Istanbul"],
    ["nächsten Di 9 ihre Zeit", "2026-11-24 09:00 Europe/Istanbul"],
    ["in 2 Wochen", "2026-12-02 09:00 Europe/Istanbul"],
    ["in zwei Wochen um 8:30", "2026-12-02 08:30 Europe/Istanbul"],
    ["Di. 9:30", "2026-11-24 09:30 Europe/Istanbul"],
    ["nächster Montag", "2026-11-23 09:00 Europe/Istanbul"],
    ["kommenden Mittwoch 9 Uhr", "2026-11-25 09:00 Europe/Istanbul"],
    ["nächste Woche Dienstag 11 Uhr", "2026-11-24 11:00 Europe/Istanbul"],
    ["Dienstag nächste Woche um 11", "2026-11-24 11:00 Europe/Istanbul"],
    ["in 3 Werktagen", "2026-11-23 09:00 Europe/Istanbul"],
    ["24. November 10 Uhr", "2026-11-24 10:00 Europe/Istanbul"],
    ["24. Nov. um 10", "2026-11-24 10:00 Europe/Istanbul"],
    ["am 24.11. um 10 Uhr", "2026-11-24 10:00 Europe/Istanbul"],
    ["am 24.11. um 10 Uhr 15", "2026-11-24 10:15 Europe/Istanbul"],
    ["1. März 9 Uhr", "2027-03-01 09:00 Europe/Istanbul"],
    ["morgen halb zehn", "2026-11-19 09:30 Europe/Istanbul"],
    ["morgen halb eins", "2026-11-19 12:30 Europe/Istanbul"],
    ["morgen Abend um 7", "2026-11-19 19:00 Europe/Istanbul"],
    ["in anderthalb Stunden", "2026-11-18 14:23 Europe/Istanbul"],
    ["heute in einer Woche", "2026-11-25 09:00 Europe/Istanbul"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

test("business days leave out what is free where the lead is, when that is known", () => {
  const clocks = { ...CLOCKS, isFree: (date: string) => ["2026-11-20", "2026-11-21", "2026-11-24"].includes(date) };
  const day = (text: string) => {
    const found = readNaturalTime(text, clocks);
    return found.state === "read" && wallTimeOf(found.instant, found.zone).date;
  };

  expect(day("in 3 business days")).toBe("2026-11-23");
  expect(day("in 4 Werktagen")).toBe("2026-11-25");
  // Nothing but free days is no calendar.
  expect(readNaturalTime("in 1000 business days", { ...CLOCKS, isFree: () => true }).state).toBe("read");
});

test.each([
  "today 9:00",
  "yesterday",
  "last friday",
  "2020-01-01 09:00",
  "2 hours ago",
  "in 0 minutes",
  "gestern",
  "vor 2 Stunden",
])("%s has passed", (text) => expect(read(text)).toBe("past"));

test.each([
  "banana",
  "tomorrow 9am or so perhaps",
  "24",
  "at",
  "tomorrow 25:00",
  "30 february 9:00",
  "fri 9:00 and mon 9:00",
  "tomorrow 9:00-10:00",
  "in business days",
  "in 3 business days tuesday",
  "()[]*+?",
  "9".repeat(500),
])("%s means no time", (text) => expect(read(text)).toBe("unreadable"));

test("nothing typed is nothing wrong, and their time cannot be read where their zone is unknown", () => {
  expect(read("  ")).toBe("empty");
  expect(read("tomorrow 9am their time", { theirs: null })).toBe("no_zone");
  expect(read("tomorrow 9am", { theirs: null })).toBe("2026-11-19 09:00 Europe/London");
});
