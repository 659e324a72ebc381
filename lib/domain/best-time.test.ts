import { expect, test } from "vitest";
import { type AnswerCounts, bestTime, nextBestTime } from "./best-time";
import { wallTimeOf } from "./wall-time";
import type { OutsideRules } from "./why-outside";

const NONE: AnswerCounts = { lead: [], country: [], all: [] };
const TUESDAYS = [
  { weekday: 2, hour: 9, count: 4 },
  { weekday: 2, hour: 10, count: 3 },
  { weekday: 4, hour: 15, count: 5 },
];
/** One answer an hour of the working week. */
const EVENLY = [1, 2, 3, 4, 5].flatMap((weekday) =>
  Array.from({ length: 10 }, (_, hour) => ({ weekday, hour: hour + 8, count: 1 })),
);

test("two hours of a weekday that hold enough of the answers are the best time, with the figures behind it", () => {
  expect(bestTime({ ...NONE, country: TUESDAYS })).toEqual({
    scope: "country",
    weekday: 2,
    from: 9,
    to: 11,
    count: 7,
    total: 12,
  });
});

test("the lead's own answers tell before the country's, and those before everybody's", () => {
  const own = [{ weekday: 3, hour: 14, count: 3 }];

  expect(bestTime({ lead: own, country: TUESDAYS, all: TUESDAYS })).toMatchObject({
    scope: "lead",
    count: 3,
    total: 3,
  });
  expect(bestTime({ lead: own.map((each) => ({ ...each, count: 2 })), country: TUESDAYS, all: [] })).toMatchObject({
    scope: "country",
  });
});

test("what comes on all days at the same hours is a time of any day", () => {
  const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, hour: 9, count: 4 }));
  expect(bestTime({ ...NONE, all: mornings })).toMatchObject({ weekday: null, from: 9, to: 11, count: 20, total: 20 });
});

test("too few answers, and answers at all hours, propose nothing", () => {
  expect(bestTime(NONE)).toBeNull();
  expect(bestTime({ ...NONE, lead: [{ weekday: 2, hour: 9, count: 2 }] })).toBeNull();
  expect(bestTime({ ...NONE, country: [{ weekday: 2, hour: 9, count: 7 }] })).toBeNull();
  expect(bestTime({ ...NONE, all: EVENLY })).toBeNull();
});

test("it is proposed for the next such day that is within all that binds, on the lead's clock", () => {
  const best = bestTime({ ...NONE, country: TUESDAYS })!;
  const now = new Date("2026-11-18T09:52:00Z");
  const rules: OutsideRules = {
    mailboxWindow: { days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" },
    mailboxZone: "Asia/Kolkata",
    campaignWindow: null,
    leadZone: "Asia/Kathmandu",
    holidays: [],
  };
  const shown = (each: OutsideRules) => {
    const found = nextBestTime(best, now, each);
    return found && Object.values(wallTimeOf(found, "Asia/Kathmandu")).join(" ");
  };

  expect(shown({ ...rules, mailboxWindow: null })).toBe("2026-11-24 09:00");
  // The mailbox opens a quarter of an hour later on the lead's clock.
  expect(shown(rules)).toBe("2026-11-24 09:15");
  expect(shown({ ...rules, holidays: [{ date: "2026-11-24" }] })).toBe("2026-12-01 09:15");
  expect(shown({ ...rules, campaignWindow: { days: [2], start: "15:00", end: "17:00" } })).toBeNull();
});
