import { expect, test } from "vitest";
import { nextMachineSend, type SendingLimits } from "./next-machine-send";

const FREE: SendingLimits = { timeZone: "Europe/Berlin", window: null, dailyCap: null, minimumGap: 0 };
const WEEK: SendingLimits = { ...FREE, window: { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" } };
const NONE = { sentToday: 0, lastSentAt: null };
const next = (at: string, limits: SendingLimits, done: { sentToday?: number; lastSentAt?: Date } = {}) => {
  const { at: when, reason } = nextMachineSend(new Date(at), limits, { ...NONE, ...done });
  return [when.toISOString(), reason];
};

test("nothing binds where nothing is set", () => {
  expect(next("2026-11-21T23:00:00Z", FREE)).toEqual(["2026-11-21T23:00:00.000Z", null]);
});

test.each([
  ["within the window", "2026-11-19T10:00:00Z", "2026-11-19T10:00:00.000Z"],
  ["too early", "2026-11-19T05:00:00Z", "2026-11-19T08:00:00.000Z"],
  ["at its end", "2026-11-19T16:00:00Z", "2026-11-20T08:00:00.000Z"],
  ["on a Saturday", "2026-11-21T10:00:00Z", "2026-11-23T08:00:00.000Z"],
  ["on the Friday before the clocks go forward", "2027-03-26T20:00:00Z", "2027-03-29T07:00:00.000Z"],
])("%s", (_what, at, expected) => {
  expect(next(at, WEEK)).toEqual([expected, null]);
});

test("the pause since the last send is kept, into the next day where it has to be", () => {
  const limits = { ...WEEK, minimumGap: 3_600 };

  expect(next("2026-11-19T10:00:00Z", limits, { lastSentAt: new Date("2026-11-19T09:40:00Z") })[0]).toBe(
    "2026-11-19T10:40:00.000Z",
  );
  expect(next("2026-11-19T15:50:00Z", limits, { lastSentAt: new Date("2026-11-19T15:45:00Z") })[0]).toBe(
    "2026-11-20T08:00:00.000Z",
  );
});

test("past the cap it is tomorrow, on the mailbox's clocks", () => {
  expect(next("2026-11-19T10:00:00Z", { ...FREE, dailyCap: 2 }, { sentToday: 2 })).toEqual([
    "2026-11-19T23:00:00.000Z",
    "cap",
  ]);
  expect(next("2026-11-20T10:00:00Z", { ...WEEK, dailyCap: 2 }, { sentToday: 3 })).toEqual([
    "2026-11-23T08:00:00.000Z",
    "cap",
  ]);
  expect(next("2026-11-19T10:00:00Z", { ...FREE, dailyCap: 2 }, { sentToday: 1 })[1]).toBeNull();
});
