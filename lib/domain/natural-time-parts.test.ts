import { describe, expect, test } from "vitest";
import { readNaturalTime } from "./natural-time";
import { wallTimeOf } from "./wall-time";

const ours = "America/New_York";
/** A Wednesday, 10:20 in New York. */
const NOW = "2026-11-11T15:20:00Z";

function read(text: string, now = NOW): string {
  const found = readNaturalTime(text, { now: new Date(now), theirs: null, ours });
  if (found.state !== "read") return found.state;
  const { date, time } = wallTimeOf(found.instant, ours);
  return `${date} ${time}`;
}

describe("a night begins in the evening, and its hours after midnight lie on the next day", () => {
  test.each([
    ["tonight", "2026-11-11 20:00"],
    ["tomorrow night", "2026-11-12 20:00"],
    ["friday night", "2026-11-13 20:00"],
    ["friday night at 11", "2026-11-13 23:00"],
    ["friday night at 1", "2026-11-14 01:00"],
    ["wednesday night at 1", "2026-11-12 01:00"],
    ["tonight at 12", "2026-11-12 00:00"],
    ["12 tonight", "2026-11-12 00:00"],
    ["tonight 12:30", "2026-11-12 00:30"],
    ["tonight at 1am", "2026-11-12 01:00"],
    ["tonight at 3", "2026-11-12 03:00"],
    ["tonight at 5", "2026-11-11 17:00"],
    ["tonight at 12am", "2026-11-12 00:00"],
    ["at 2 at night", "2026-11-12 02:00"],
    ["tomorrow evening at 12", "2026-11-13 00:00"],
    ["morgen nacht", "2026-11-12 20:00"],
    ["Freitag Nacht", "2026-11-13 20:00"],
    ["Freitagnacht um 2", "2026-11-14 02:00"],
    ["heute nacht um 1", "2026-11-12 01:00"],
    ["heute Nacht um 5 Uhr", "2026-11-12 05:00"],
    ["heute nacht um halb eins", "2026-11-12 00:30"],
    ["heute abend um 0 Uhr", "2026-11-12 00:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));

  test("in the night itself, what is left of it is meant", () => {
    expect(read("tonight at 1", "2026-11-11T05:30:00Z")).toBe("2026-11-11 01:00");
    expect(read("tonight", "2026-11-12T02:00:00Z")).toBe("past");
  });
});

describe("midnight of a day is its beginning, and without a day the next one", () => {
  test.each([
    ["midnight", "2026-11-12 00:00"],
    ["tonight at midnight", "2026-11-12 00:00"],
    ["midnight tonight", "2026-11-12 00:00"],
    ["today midnight", "2026-11-12 00:00"],
    ["tomorrow midnight", "2026-11-12 00:00"],
    ["12 midnight", "2026-11-12 00:00"],
    ["friday at midnight", "2026-11-13 00:00"],
    ["Mitternacht", "2026-11-12 00:00"],
    ["um Mitternacht", "2026-11-12 00:00"],
    ["heute Mitternacht", "2026-11-12 00:00"],
    ["heute nacht um mitternacht", "2026-11-12 00:00"],
    ["morgen mitternacht", "2026-11-12 00:00"],
    ["Freitag um Mitternacht", "2026-11-13 00:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("the end of a working day, and its other parts with an hour", () => {
  test.each([
    ["eod", "2026-11-11 17:00"],
    ["by end of day", "2026-11-11 17:00"],
    ["tomorrow eod", "2026-11-12 17:00"],
    ["end of day friday", "2026-11-13 17:00"],
    ["in 3 business days eod", "2026-11-16 17:00"],
    ["morgen zum Feierabend", "2026-11-12 17:00"],
    ["morgen mittag um 1", "2026-11-12 13:00"],
    ["noon", "2026-11-11 12:00"],
    ["Freitagabend", "2026-11-13 18:00"],
    ["Montagmorgen um 8", "2026-11-16 08:00"],
    ["montag morgen", "2026-11-16 09:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("halves and quarters of an hour", () => {
  test.each([
    ["half past 9", "2026-11-12 09:30"],
    ["tomorrow at half past nine", "2026-11-12 09:30"],
    ["half past 9 pm", "2026-11-11 21:30"],
    ["tomorrow quarter to 5", "2026-11-12 04:45"],
    ["quarter to 5pm", "2026-11-11 16:45"],
    ["quarter past 5 tomorrow evening", "2026-11-12 17:15"],
    ["a quarter to one tomorrow", "2026-11-12 12:45"],
    ["tomorrow quarter to 12 pm", "unreadable"],
    ["halb zehn", "2026-11-12 09:30"],
    ["morgen viertel nach 9", "2026-11-12 09:15"],
    ["morgen um viertel vor fünf", "2026-11-12 04:45"],
    ["morgen um Viertel vor 17 Uhr", "2026-11-12 16:45"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

describe("weekdays and days of the month", () => {
  test.each([
    ["kommenden Freitag", "2026-11-13 09:00"],
    ["am kommenden Donnerstag um 10", "2026-11-12 10:00"],
    ["kommenden Mittwoch 15 Uhr", "2026-11-18 15:00"],
    ["this coming friday", "2026-11-13 09:00"],
    ["coming wednesday 15:00", "2026-11-18 15:00"],
    ["nächsten Freitag", "2026-11-20 09:00"],
    ["monday the 16th", "2026-11-16 09:00"],
    ["Monday, 16th at 10", "2026-11-16 10:00"],
    ["the 10th", "2026-12-10 09:00"],
    ["the 31st", "2026-12-31 09:00"],
    ["am 16.", "2026-11-16 09:00"],
    ["am 16. um 10 Uhr", "2026-11-16 10:00"],
    ["Montag, den 16.", "2026-11-16 09:00"],
    ["Montag, 16.11. 9:30", "2026-11-16 09:30"],
    ["am Montag, den 16.11.", "2026-11-16 09:00"],
    ["10 am 24/11", "2026-11-24 10:00"],
    ["10 am 5 december", "2026-12-05 10:00"],
    ["mon nov 16", "2026-11-16 09:00"],
    ["fri 1 jan", "2027-01-01 09:00"],
    ["tue 10 nov", "past"],
    ["in 2 weeks on monday", "2026-11-30 09:00"],
    ["monday in 2 weeks at 10", "2026-11-30 10:00"],
    ["Montag in zwei Wochen", "2026-11-30 09:00"],
    ["Mittwoch in einer Woche um 8", "2026-11-18 08:00"],
  ])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));
});

test.each([
  ["in a couple of hours", "2026-11-11 12:20"],
  ["a couple of hours from now", "2026-11-11 12:20"],
])("%s is %s", (text, expected) => expect(read(text)).toBe(expected));

test.each([
  "tue nov 16",
  "sat 13 nov",
  "sat 13 nov 2026",
  "friday the 16th",
  "am 31. um 25 Uhr",
  "Dienstag, den 16.",
  "Di 16.11.",
  "in a few hours",
  "in ein paar Stunden",
  "within 2 hours",
  "tomorrow in 2 hours",
  "2 hours after noon",
  "tomorrow evening at 7am",
  "tomorrow morning at 14:00",
  "tonight at 1pm",
  "heute Nacht um 7",
  "tomorrow midnight at 9",
  "friday eod 9:00",
  "in 2 weeks on 24 november monday",
])("%s says two things, or none: nothing is guessed over it", (text) => expect(read(text)).toBe("unreadable"));
