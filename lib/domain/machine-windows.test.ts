import { expect, test } from "vitest";
import { intoWindows, isInWindows, type MachineWindows } from "./machine-windows";

const FREE: MachineWindows = {
  mailbox: null,
  mailboxZone: "Europe/Berlin",
  campaign: null,
  leadZone: "America/New_York",
  weekend: [6, 7],
  holidays: [],
};
const OFFICE = { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" };
const next = (at: string, windows: Partial<MachineWindows>) =>
  intoWindows(new Date(at), { ...FREE, ...windows })
    .toISOString()
    .slice(0, 16);

test("a campaign's window is meant on the lead's clock, a mailbox's on its own, and both hold", () => {
  expect(next("2026-11-19T08:00:00Z", { campaign: OFFICE })).toBe("2026-11-19T14:00");
  expect(next("2026-11-19T08:00:00Z", { mailbox: OFFICE })).toBe("2026-11-19T08:00");
  // Berlin closes at 16:00 UTC and New York opens at 14:00: two hours a day are open.
  expect(next("2026-11-19T08:00:00Z", { mailbox: OFFICE, campaign: OFFICE })).toBe("2026-11-19T14:00");
  expect(next("2026-11-20T16:00:00Z", { mailbox: OFFICE, campaign: OFFICE })).toBe("2026-11-23T14:00");
});

test("a weekend is passed over to the same time of Monday, unless a window names the day", () => {
  expect(next("2026-11-21T15:20:00Z", {})).toBe("2026-11-23T15:20");
  expect(next("2026-11-21T15:20:00Z", { campaign: { ...OFFICE, days: [6] } })).toBe("2026-11-21T15:20");
  expect(next("2026-11-21T15:20:00Z", { mailbox: { ...OFFICE, days: [1, 6] } })).toBe("2026-11-21T15:20");
  expect(next("2026-11-21T15:20:00Z", { mailbox: { ...OFFICE, days: [1, 6] }, campaign: OFFICE })).toBe(
    "2026-11-23T14:00",
  );
});

test("a holiday of the lead's is free whatever windows say, and weekends are those of its country", () => {
  const holidays = ["2026-11-26", "2026-11-27"];
  expect(next("2026-11-26T15:20:00Z", { holidays })).toBe("2026-11-30T15:20");
  expect(next("2026-11-26T15:20:00Z", { holidays, campaign: OFFICE })).toBe("2026-11-30T15:20");
  // In Berlin it is Friday already, where the lead has Thursday evening.
  expect(next("2026-11-27T01:00:00Z", { holidays: ["2026-11-27"] })).toBe("2026-11-27T01:00");
  expect(next("2026-11-20T15:20:00Z", { weekend: [5, 6] })).toBe("2026-11-22T15:20");
});

test("at its end a window is closed", () => {
  const windows = { ...FREE, campaign: OFFICE };
  expect(isInWindows(new Date("2026-11-19T21:59:59Z"), windows)).toBe(true);
  expect(isInWindows(new Date("2026-11-19T22:00:00Z"), windows)).toBe(false);
});
