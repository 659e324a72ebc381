import { expect, test } from "vitest";
import type { Invitation } from "./invitation";
import { meetingTimes } from "./meeting-times";

const OWN = "sam@acme.test";
const [FIRST, SECOND, THIRD] = ["2026-12-03T13:30:00.000Z", "2026-12-10T13:30:00.000Z", "2026-12-17T13:30:00.000Z"];
const weekly = (change: Partial<Invitation> = {}): Invitation => ({
  method: "request",
  uid: "talk",
  title: "Talk",
  location: "",
  description: "",
  start: FIRST,
  end: null,
  isAllDay: false,
  zone: null,
  organiser: null,
  attendees: [],
  repeats: "FREQ=WEEKLY",
  ...change,
});
const one = (of: string, change: Partial<Invitation> = {}) =>
  weekly({ repeats: null, start: of, series: { of, without: [], moved: [] }, ...change });
const reply = (of: string, address: string, answer: "accepted" | "declined") =>
  one(of, { method: "reply", attendees: [{ name: "", address, answer }] });

test("a series goes without what its part leaves out, and each that is moved there stands by itself", () => {
  const moved = { of: SECOND, start: "2026-12-11T08:00:00.000Z", end: null, title: "Later talk" };
  const [whole, other, ...more] = meetingTimes(
    weekly({ series: { of: null, without: [THIRD], moved: [moved] } }),
    [],
    OWN,
  );
  expect(whole).toMatchObject({ start: FIRST, repeats: "FREQ=WEEKLY", without: [THIRD, SECOND] });
  expect(other).toMatchObject({ ...moved, repeats: null });
  expect(more).toEqual([]);
});

test("what a later message moves, calls off, or our mailbox declines is none of the series any more", () => {
  const withoutOf = (...later: Invitation[]) => meetingTimes(weekly(), later, OWN)[0]!.without;
  expect(withoutOf(one(SECOND, { start: "2026-12-11T08:00:00.000Z" }))).toEqual([SECOND]);
  expect(withoutOf(one(SECOND, { method: "cancel" }), reply(THIRD, "Sam@ACME.test", "declined"))).toEqual([
    SECOND,
    THIRD,
  ]);
  expect(withoutOf(reply(SECOND, OWN, "accepted"), reply(THIRD, "ben@lead.test", "declined"))).toEqual([]);
  expect(withoutOf(one(SECOND, { uid: "other" }), one(SECOND, { method: "counter" }))).toEqual([]);
});

test("one that was moved in the part is gone once a later message speaks of it", () => {
  const moved = { of: SECOND, start: "2026-12-11T08:00:00.000Z", end: null, title: "Talk" };
  const series = weekly({ series: { of: null, without: [], moved: [moved] } });
  expect(meetingTimes(series, [one(SECOND, { method: "cancel" })], OWN)).toHaveLength(1);
});
