import { expect, test } from "vitest";
import type { ScheduleItem, UnplannedThread } from "@/lib/domain/schedule-item";
import type { Carry } from "./carry-store";
import { daysLater, firstTimeOf, instantOfItem, isLaneRefused, onDay, wherePut } from "./carry-times";
import { NOBODY } from "./lanes-of";

const thread: UnplannedThread = {
  threadId: 1,
  name: "Ana Berg",
  company: "",
  subject: "",
  category: null,
  mailboxId: "m",
  assignee: null,
  silentSince: "2026-03-01T00:00:00Z",
  clock: { zone: "Europe/Berlin", certainty: "known", why: "record" },
};
const at = Date.parse("2026-03-28T09:00:00Z");
const carry: Carry = { item: null, thread, by: "keys", home: "m", over: "m", from: at, at };

test("a day later is the same time of the lead's day, over a change of clocks too", () => {
  expect(new Date(daysLater(carry, at, 1, "UTC")).toISOString()).toBe("2026-03-29T08:00:00.000Z");
  expect(new Date(onDay(carry, "2026-03-30", "UTC")!).toISOString()).toBe("2026-03-30T08:00:00.000Z");
});

test("what is overdue begins at the next quarter of an hour", () => {
  const item = (time: string) => ({ item: { at: time } as ScheduleItem, thread: null });
  const now = new Date("2026-03-28T09:07:00Z");
  expect(firstTimeOf(item("2026-03-27T10:00:00Z"), "UTC", now)).toEqual(new Date("2026-03-28T09:15:00Z"));
  expect(firstTimeOf(item("2026-03-28T09:08:00Z"), "UTC", now)).toEqual(new Date("2026-03-28T09:08:00Z"));
});

test("a lane takes what may be there: no other mailbox, and nobody only what is not planned yet", () => {
  const item = { at: "2026-03-28T09:00:00Z" } as ScheduleItem;
  const over = (lane: string) => ({ ...carry, over: lane });
  expect([isLaneRefused(over("m"), "mailboxes"), isLaneRefused(over("n"), "mailboxes")]).toEqual([false, true]);
  expect(isLaneRefused(over(NOBODY), "people")).toBe(false);
  expect(isLaneRefused({ item, home: "m", over: NOBODY }, "people")).toBe(true);
  expect(isLaneRefused({ item, home: "m", over: "n" }, "people")).toBe(false);
});

test("what has no time yet begins on the lead's next morning, or on the morning of the day it is put on", () => {
  expect(firstTimeOf(carry, "UTC", new Date(at))).toEqual(new Date("2026-03-29T07:00:00Z"));
  expect(new Date(onDay({ ...carry, from: null }, "2026-03-30", "UTC")!).toISOString()).toBe(
    "2026-03-30T07:00:00.000Z",
  );
});

test("what takes a whole day is carried from day to day, whatever the clocks of who carries it", () => {
  const item = { kind: "task", at: "2026-03-28T00:00:00.000Z", isAllDay: true } as ScheduleItem;
  for (const zone of ["America/Los_Angeles", "Pacific/Auckland"]) {
    const from = instantOfItem(item, zone).getTime();
    const carried: Carry = { ...carry, item, thread: null, from, at: from };
    const now = new Date("2026-03-28T20:00:00Z");
    const put = (day: string) => wherePut(carried, new Date(onDay(carried, day, zone)!), now, zone);
    expect(put("2026-03-28")).toBe("same");
    expect(put("2026-03-26")).toBe("past");
    expect(put("2026-03-30")).toBe("ahead");
    expect(firstTimeOf(carried, zone, new Date("2026-03-20T00:00:00Z"))).toEqual(instantOfItem(item, zone));
  }
});

test("what is put on a day of the viewer's stands on that day, though its own clock shows another", () => {
  const la = "America/Los_Angeles";
  const inIndia = { ...thread, clock: { ...thread.clock!, zone: "Asia/Kolkata" } };
  const unplanned: Carry = { ...carry, thread: inIndia, from: null };
  expect(new Date(onDay(unplanned, "2026-11-25", la)!).toISOString()).toBe("2026-11-26T03:30:00.000Z");

  // 00:30 in Berlin; between the two New York has gone over to summer time, and Berlin has not.
  const from = Date.parse("2027-03-04T23:30:00Z");
  const inNewYork = { ...thread, clock: { ...thread.clock!, zone: "America/New_York" } };
  const planned: Carry = { ...carry, thread: inNewYork, from, at: from };
  expect(new Date(onDay(planned, "2027-03-20", "Europe/Berlin")!).toISOString()).toBe("2027-03-20T22:30:00.000Z");
});
