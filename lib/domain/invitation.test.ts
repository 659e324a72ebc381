import { expect, test } from "vitest";
import { type Invitation, repetitionOf, standingOf } from "./invitation";

const invitation = (change: Partial<Invitation> = {}): Invitation => ({
  method: "request",
  uid: "abc@lead.test",
  title: "Price talk",
  location: "",
  description: "",
  start: "2026-12-03T13:30:00.000Z",
  end: null,
  isAllDay: false,
  zone: null,
  organiser: null,
  attendees: [{ name: "Ana", address: "ana@lead.test", answer: "waiting" }],
  repeats: null,
  ...change,
});
const answer = (answer: "accepted" | "declined") =>
  invitation({ method: "reply", attendees: [{ name: "", address: "Ana@LEAD.test", answer }] });

test("an invitation stands as the last answer to it says", () => {
  expect(standingOf(invitation(), []).attendees[0]!.answer).toBe("waiting");
  expect(standingOf(invitation(), [answer("accepted"), answer("declined")]).attendees).toEqual([
    { name: "Ana", address: "ana@lead.test", answer: "declined" },
  ]);
});

test("what is called off or moved later is told where it was offered", () => {
  const cancelled = standingOf(invitation(), [invitation({ method: "cancel" })]);
  expect(cancelled).toMatchObject({ isCancelled: true, isChanged: false });
  expect(standingOf(invitation({ method: "cancel" }), []).isCancelled).toBe(true);
  expect(standingOf(invitation(), [invitation({ start: null })])).toMatchObject({
    isCancelled: false,
    isChanged: true,
  });
});

test("another meeting says nothing of this one, nor one without an identity", () => {
  const other = invitation({ uid: "other", method: "cancel" });
  expect(standingOf(invitation(), [other]).isCancelled).toBe(false);
  expect(standingOf(invitation({ uid: "" }), [invitation({ uid: "", method: "cancel" })]).isCancelled).toBe(false);
});

test("an answer stays what was answered, whatever comes later", () => {
  expect(standingOf(answer("accepted"), [answer("declined")]).attendees[0]!.answer).toBe("accepted");
});

test("a series is told by how often it comes", () => {
  expect(repetitionOf("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")).toEqual({ every: "week", count: 2 });
  expect(repetitionOf("freq=daily")).toEqual({ every: "day", count: 1 });
  expect([null, "", "FREQ=HOURLY", "FREQ=WEEKLY;INTERVAL=0"].map(repetitionOf)).toEqual([null, null, null, null]);
});

test("what is told of one of a series leaves the others, and what is told of all of it reaches each", () => {
  const one = (of: string, change: Partial<Invitation> = {}) =>
    invitation({ series: { of, without: [], moved: [] }, ...change });
  const [first, second] = ["2026-12-03T13:30:00.000Z", "2026-12-10T13:30:00.000Z"];
  const series = invitation({ repeats: "FREQ=WEEKLY" });
  const calledOff = one(second, { method: "cancel" });
  const stays = { isCancelled: false, isChanged: false };
  expect(standingOf(series, [calledOff, one(second)])).toMatchObject(stays);
  expect(standingOf(one(first), [calledOff])).toMatchObject(stays);
  expect(standingOf(one(second), [calledOff]).isCancelled).toBe(true);
  expect(standingOf(one(second), [invitation({ method: "cancel" })]).isCancelled).toBe(true);
});
