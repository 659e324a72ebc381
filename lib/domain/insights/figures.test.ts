import { expect, test } from "vitest";
import { categoryHeldAt } from "./categories-held";
import { csvText } from "./csv-text";
import { followUpCase } from "./follow-ups";
import { hourCases } from "./hours";
import { insightSpan, isInsightSpan, weeksOf } from "./insight-span";
import { timeFigure } from "./time-figure";

const at = (text: string) => Date.parse(text);

test("the median lies in the middle, p90 is a time that was taken", () => {
  expect(timeFigure([])).toEqual({ count: 0, medianMs: null, p90Ms: null });
  expect(timeFigure([7])).toEqual({ count: 1, medianMs: 7, p90Ms: 7 });
  expect(timeFigure([10, 1, 4, 3])).toEqual({ count: 4, medianMs: 3.5, p90Ms: 10 });
  expect(timeFigure([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual({ count: 10, medianMs: 5.5, p90Ms: 9 });
});

test("a span is compared with as many days before it, on the reader's clock", () => {
  const { now, before } = insightSpan({ from: "2026-10-25", to: "2026-10-26" }, "Europe/Berlin");
  expect(now.days).toEqual(["2026-10-25", "2026-10-26"]);
  expect(now.starts).toEqual([at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")]);
  expect(now.end).toBe(at("2026-10-26T23:00:00Z"));
  expect(before.days).toEqual(["2026-10-23", "2026-10-24"]);
  expect(before.end).toBe(now.starts[0]);
});

test("there are figures of two years at most, from a first day to a last", () => {
  const isAsked = (from: string, to: string) => isInsightSpan({ from, to });
  expect(isAsked("2026-11-28", "2026-11-28")).toBe(true);
  expect(isAsked("2024-11-28", "2026-11-28")).toBe(true);
  expect(isAsked("2024-11-27", "2026-11-28")).toBe(false);
  expect(isAsked("2026-12-10", "2026-11-28")).toBe(false);
  expect(isAsked("1969-12-31", "1970-01-01")).toBe(false);
});

test("weeks begin on Mondays, the first and the last are cut", () => {
  const { now } = insightSpan({ from: "2026-11-20", to: "2026-12-01" }, "UTC");
  expect(weeksOf(now).map(({ day, end }) => [day, new Date(end).toISOString().slice(0, 10)])).toEqual([
    ["2026-11-20", "2026-11-23"],
    ["2026-11-23", "2026-11-30"],
    ["2026-11-30", "2026-12-02"],
  ]);
});

test("a category is held from the choice on; before it by the first choice, after an undo by what is now", () => {
  const changes = [
    { at: 10, to: "a" },
    { at: 20, to: null },
    { at: 30, to: "undone" as const },
  ];
  expect([5, 11, 21, 31].map((time) => categoryHeldAt(time, changes, "now"))).toEqual(["a", "a", null, "now"]);
  expect(categoryHeldAt(5, [], "now")).toBe("now");
});

test("a follow-up is kept within the day it was due, missed when that is over", () => {
  const { now: span } = insightSpan({ from: "2026-11-20", to: "2026-11-21" }, "UTC");
  const due = {
    threadId: 1,
    dueAt: at("2026-11-20T09:00Z"),
    leftAt: null,
    isCancelled: false,
    isAnswered: false,
    ownerId: null,
  };
  const keysOf = (change: Partial<typeof due> | { leftAt: number }, now = "2026-11-22T00:00Z") =>
    followUpCase({ ...due, ...change }, span, at(now))?.keys ?? null;
  expect(keysOf({ leftAt: at("2026-11-20T23:59Z") })).toEqual(["kept", "person:none"]);
  expect(keysOf({ leftAt: at("2026-11-21T00:00Z") })).toEqual(["missed", "person:none", "person:none:missed"]);
  expect(keysOf({ isCancelled: true, isAnswered: true })).toEqual(["kept", "person:none"]);
  expect(keysOf({ isCancelled: true })).toBeNull();
  expect(keysOf({}, "2026-11-20T23:00Z")).toBeNull();
});

test("a lead's hours are by the lead's clock, and a thread counts once an hour of the week", () => {
  const written = { threadId: 1, at: at("2026-11-24T08:10Z"), zone: "Europe/Istanbul", ahead: -300, isPositive: true };
  const cases = hourCases([
    written,
    { ...written, at: at("2026-11-17T08:50Z") },
    { ...written, threadId: 2, zone: "Nowhere/Town" },
    { ...written, threadId: 3, zone: null, ahead: 0 },
  ]);
  expect(cases.map(({ threadId, keys }) => [threadId, ...keys])).toEqual([
    [1, "2-11", "2-11:positive"],
    [2, "2-3", "2-3:positive"],
  ]);
  expect(cases[0]!.at).toBe(at("2026-11-17T08:50Z"));
});

test("no cell of a file is taken for a formula", () => {
  const cells = ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "plain", 'a "b"', "a,b", -3, null];
  expect(csvText([cells])).toBe(`\uFEFF'=1+1,'+1,'-1,'@sum,'\tx,"'\rx",plain,"a ""b""","a,b",-3,\r\n`);
});
