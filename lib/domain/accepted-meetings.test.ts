import { expect, test } from "vitest";
import { acceptedMeetings } from "./accepted-meetings";
import type { Invitation } from "./invitation";

const OWN = "sam@acme.test";
const told = (
  method: Invitation["method"],
  changes: Partial<Invitation> & { by?: string; answer?: "accepted" | "declined" | "waiting" } = {},
): Invitation => {
  const { by = OWN, answer = "waiting", ...rest } = changes;
  return {
    method,
    uid: "talk",
    title: "Talk",
    location: "",
    description: "",
    start: "2026-12-03T13:30:00.000Z",
    end: null,
    isAllDay: false,
    zone: null,
    organiser: { name: "Ana", address: "ana@lead.test" },
    attendees: [{ name: "", address: by, answer }],
    repeats: null,
    ...rest,
  };
};
const starts = (...list: Invitation[]) =>
  acceptedMeetings(list, "Sam@ACME.test").map(({ start }) => start.slice(8, 10));
const accepted = told("reply", { answer: "accepted" });

test("a meeting takes place when our mailbox has accepted it, until it declines, or it is called off", () => {
  expect(starts(told("request"))).toEqual([]);
  expect(starts(told("request"), accepted)).toEqual(["03"]);
  expect(starts(told("request"), accepted, told("reply", { answer: "declined" }))).toEqual([]);
  expect(starts(told("request"), accepted, told("cancel"))).toEqual([]);
  expect(starts(told("request"), told("reply", { answer: "accepted", by: "ben@lead.test" }))).toEqual([]);
});

test("a meeting that was moved takes place at its new time once that is accepted", () => {
  const moved = told("request", { start: "2026-12-04T13:30:00.000Z" });
  expect(starts(told("request"), accepted, moved)).toEqual([]);
  expect(starts(told("request"), accepted, moved, accepted)).toEqual(["04"]);
});

test("what our mailbox organises takes place when somebody else accepts, also where the invitation itself is not here", () => {
  const organiser = { name: "Sam", address: OWN };
  const theirs = (answer: "accepted" | "declined") => told("reply", { organiser, by: "ana@lead.test", answer });
  const ours = told("request", { organiser, attendees: [] });
  expect(starts(theirs("accepted"))).toEqual(["03"]);
  expect(starts(theirs("accepted"), theirs("declined"))).toEqual([]);
  expect(
    starts({ ...ours, attendees: [{ name: "", address: "ana@lead.test", answer: "waiting" }] }, theirs("accepted")),
  ).toEqual(["03"]);
  expect(starts(told("reply", { organiser, answer: "accepted" }))).toEqual([]);
});

test("of an accepted series one that was moved waits for its own answer, and a single answer of ours leaves the rest", () => {
  const [second, third] = ["2026-12-10T13:30:00.000Z", "2026-12-17T13:30:00.000Z"];
  const one = (of: string) => ({ start: of, series: { of, without: [], moved: [] } });
  const series = told("request", { repeats: "FREQ=WEEKLY" });
  const moved = told("request", { ...one(second), start: "2026-12-11T13:30:00.000Z" });
  const times = (...list: Invitation[]) =>
    acceptedMeetings([series, accepted, ...list], OWN).map(({ start, without }) => [start, without]);

  expect(times()).toEqual([["2026-12-03T13:30:00.000Z", []]]);
  expect(times(moved)).toEqual([["2026-12-03T13:30:00.000Z", [second]]]);
  expect(times(moved, told("reply", { ...one(second), answer: "accepted" }))).toEqual([
    ["2026-12-03T13:30:00.000Z", [second]],
    ["2026-12-11T13:30:00.000Z", []],
  ]);
  expect(times(told("reply", { ...one(third), answer: "declined" }))).toEqual([["2026-12-03T13:30:00.000Z", [third]]]);
});
