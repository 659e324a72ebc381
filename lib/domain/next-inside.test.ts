import { expect, test } from "vitest";
import { nextByDay, nextInside } from "./next-inside";
import type { OutsideRules } from "./why-outside";

const RULES: OutsideRules = {
  mailboxWindow: null,
  mailboxZone: "Europe/Berlin",
  campaignWindow: null,
  leadZone: "America/New_York",
  holidays: [{ date: "2026-11-26" }],
};
const byDay = (time: string, rules = RULES) => nextByDay(new Date(time), rules)?.toISOString() ?? null;

test("nobody is offered the lead's night: the next working morning is", () => {
  // Saturday at one in the morning.
  expect(nextInside(new Date("2026-11-21T06:00:00Z"), RULES)?.toISOString()).toBe("2026-11-23T06:00:00.000Z");
  expect(byDay("2026-11-21T06:00:00Z")).toBe("2026-11-23T13:00:00.000Z");
  expect(byDay("2026-11-24T06:00:00Z")).toBe("2026-11-24T13:00:00.000Z");
});

test("late on a free day the next good day's morning is offered, not the one after its night", () => {
  const auckland = { ...RULES, leadZone: "Pacific/Auckland", holidays: [] };
  // Saturday at 23:39, and Monday at eight.
  expect(byDay("2026-11-28T10:39:00Z", auckland)).toBe("2026-11-29T19:00:00.000Z");
  const campaignWindow = { days: [1, 2, 3, 4, 5], start: "09:30", end: "17:00" };
  expect(byDay("2026-11-28T10:39:00Z", { ...auckland, campaignWindow })).toBe("2026-11-29T20:30:00.000Z");
  // Saturday at two in the afternoon: the hour that was chosen, on Monday.
  expect(byDay("2026-11-28T01:00:00Z", auckland)).toBe("2026-11-30T01:00:00.000Z");
});

test("the morning after a night is none of a holiday", () => {
  expect(byDay("2026-11-26T03:00:00Z")).toBe("2026-11-27T13:00:00.000Z");
});

test("by day, and where the lead's clock is not known, it is the next time inside", () => {
  expect(byDay("2026-11-24T15:00:00Z")).toBe("2026-11-24T15:00:00.000Z");
  expect(byDay("2026-11-24T02:00:00Z", { ...RULES, leadZone: null })).toBe("2026-11-24T02:00:00.000Z");
});

test("windows that are open by night alone offer no day, and end the search", () => {
  const window = { days: [1, 2, 3, 4, 5, 6, 7], start: "22:00", end: "23:00" };
  expect(byDay("2026-11-24T06:00:00Z", { ...RULES, campaignWindow: window })).toBeNull();
});
