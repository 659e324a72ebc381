import { describe, expect, test } from "vitest";
import { isInWindows } from "./machine-windows";
import { nextInside } from "./next-inside";
import { addDays, instantOf, wallTimeOf } from "./wall-time";
import { weekendOf } from "./weekend-of";
import { type OutsideRules, whyOutside } from "./why-outside";

const MON_TO_FRI = [1, 2, 3, 4, 5];
const FREE: OutsideRules = {
  mailboxWindow: null,
  mailboxZone: "Europe/London",
  campaignWindow: null,
  leadZone: "Europe/Warsaw",
  holidays: [{ date: "2026-11-11" }],
};
const OFFICE: OutsideRules = { ...FREE, mailboxWindow: { days: MON_TO_FRI, start: "09:00", end: "17:00" } };

/** Thursday 19 November 2026 unless another day is said, in Warsaw. */
const at = (time: string, date = "2026-11-19", zone = "Europe/Warsaw") => instantOf({ date, time }, zone)!.instant;
const shown = (instant: Date | null, zone = "Europe/Warsaw") => {
  if (!instant) return null;
  const { date, time } = wallTimeOf(instant, zone);
  return `${date} ${time}`;
};

describe("why a machine would not choose a time", () => {
  test.each<[string, Date, Partial<OutsideRules>, ReturnType<typeof whyOutside>]>([
    ["within the mailbox's window, on its own clock", at("10:00"), {}, null],
    ["an hour before it opens in London", at("09:59"), {}, "window"],
    ["the minute at which it closes", at("18:00"), {}, "window"],
    ["a Saturday in Warsaw", at("12:00", "2026-11-21"), {}, "weekend"],
    ["a public holiday there", at("12:00", "2026-11-11"), {}, "holiday"],
    [
      "the campaign's hours, on the lead's clock",
      at("11:30"),
      { campaignWindow: { days: MON_TO_FRI, start: "10:00", end: "11:30" } },
      "window",
    ],
    [
      "a Saturday that the campaign names",
      at("12:00", "2026-11-21"),
      { mailboxWindow: null, campaignWindow: { days: [6], start: "10:00", end: "13:00" } },
      null,
    ],
    [
      "a Saturday that only the mailbox names",
      at("12:00", "2026-11-21"),
      { mailboxWindow: { days: [6], start: "09:00", end: "17:00" } },
      null,
    ],
    [
      "a Saturday that the mailbox names, and the campaign's window does not",
      at("12:00", "2026-11-21"),
      {
        mailboxWindow: { days: [6], start: "09:00", end: "17:00" },
        campaignWindow: { days: MON_TO_FRI, start: "09:00", end: "17:00" },
      },
      "weekend",
    ],
    ["a Friday where Friday is free", at("12:00", "2026-11-20"), { weekend: [5, 6] }, "weekend"],
    ["a Sunday there", at("12:00", "2026-11-22"), { mailboxWindow: null, weekend: [5, 6] }, null],
    ["their Monday while the mailbox still has Sunday", at("00:30", "2026-11-23"), { mailboxWindow: null }, null],
    ["no lead's clock: the mailbox's holds", at("00:30", "2026-11-23"), { leadZone: null }, "weekend"],
  ])("%s", (_, instant, rules, expected) => expect(whyOutside(instant, { ...OFFICE, ...rules })).toBe(expected));
});

describe("the next time that a machine would choose", () => {
  test.each<[string, Date, Partial<OutsideRules>, string | null]>([
    ["what is inside stays", at("10:00"), {}, "2026-11-19 10:00"],
    ["before it opens: the same day", at("08:00"), {}, "2026-11-19 10:00"],
    ["after it closes on Friday: Monday", at("20:00", "2026-11-20"), {}, "2026-11-23 10:00"],
    ["a weekend keeps the hour", at("11:15", "2026-11-21"), {}, "2026-11-23 11:15"],
    ["without a window too", at("20:15", "2026-11-21"), { mailboxWindow: null }, "2026-11-23 20:15"],
    ["a holiday moves to the day after", at("11:15", "2026-11-11"), {}, "2026-11-12 11:15"],
    ["windows that never meet", at("11:15"), { campaignWindow: { days: [1], start: "03:00", end: "04:00" } }, null],
  ])("%s", (_, instant, rules, expected) => expect(shown(nextInside(instant, { ...OFFICE, ...rules }))).toBe(expected));
});

test("in zones of half and quarter hours, over clock changes both ways, what is offered is inside and nothing earlier was skipped", () => {
  const zones = ["Asia/Kathmandu", "Pacific/Chatham", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata"];
  const window = { days: MON_TO_FRI, start: "09:15", end: "10:45" };
  for (const [index, leadZone] of zones.entries())
    for (const changes of ["2026-04-03", "2026-09-25", "2026-10-30"])
      for (let hours = 0; hours < 96; hours += 19) {
        const mailboxZone = zones[(index + 1) % zones.length]!;
        const rules: OutsideRules = {
          mailboxWindow: null,
          mailboxZone,
          campaignWindow: window,
          leadZone,
          holidays: [{ date: addDays(changes, 3) }],
        };
        const instant = new Date(Date.parse(`${changes}T00:00:00Z`) + hours * 3_600_000);
        const found = nextInside(instant, rules)!;
        expect(whyOutside(found, rules)).toBeNull();
        // Whatever lies before is outside.
        for (let before = instant.getTime(); before < openingBefore(found, leadZone); before += 2_700_000)
          expect(whyOutside(new Date(before), rules)).not.toBeNull();
      }

  function openingBefore(found: Date, zone: string): number {
    return instantOf({ date: wallTimeOf(found, zone).date, time: window.start }, zone)!.instant.getTime();
  }
});

test("calendar and machine judge a weekend by one rule, whichever windows name its days", () => {
  const windowsOf = [null, MON_TO_FRI, [6, 7], [1, 6]].map((days) => days && { days, start: "00:00", end: "23:59" });
  for (const mailbox of windowsOf)
    for (const campaign of windowsOf)
      for (let hour = 0; hour < 96; hour++) {
        const instant = new Date(Date.parse("2026-11-19T23:30:00Z") + hour * 3_600_000);
        const zones = { mailboxZone: "Europe/London", leadZone: "Europe/Warsaw" };
        const why = whyOutside(instant, {
          ...zones,
          mailboxWindow: mailbox,
          campaignWindow: campaign,
          holidays: [],
          weekend: [6, 7],
        });
        const mayLeave = isInWindows(instant, { ...zones, mailbox, campaign, weekend: [6, 7], holidays: [] });
        expect([why === null, instant.toISOString()]).toEqual([mayLeave, instant.toISOString()]);
      }
});

test("weekends are those of the country", () => {
  expect(weekendOf("NO")).toEqual([6, 7]);
  expect(weekendOf("SA")).toEqual([5, 6]);
  expect(weekendOf(null)).toEqual([6, 7]);
  expect(weekendOf("../")).toEqual([6, 7]);
});
