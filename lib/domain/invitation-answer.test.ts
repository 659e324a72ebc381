import { expect, test } from "vitest";
import type { InvitationView } from "./invitation";
import { answeringOf } from "./invitation-answer";

const view = (changes: Partial<InvitationView> = {}): InvitationView => ({
  method: "request",
  uid: "talk",
  title: "Talk",
  location: "",
  description: "",
  start: null,
  end: null,
  isAllDay: false,
  zone: null,
  organiser: { name: "Ana", address: "ana@lead.test" },
  attendees: [{ name: "", address: "Sam@ACME.test", answer: "waiting" }],
  repeats: null,
  isCancelled: false,
  isChanged: false,
  ...changes,
});
const stands = (changes: Partial<InvitationView> = {}, isThroughSmartlead = false) =>
  answeringOf(view(changes), { address: "sam@acme.test", isThroughSmartlead });

test("whoever was invited may answer, and sees what was answered", () => {
  expect(stands()).toEqual({ given: null, refusal: null });
  expect(stands({ attendees: [{ name: "", address: "sam@acme.test", answer: "declined" }] })).toEqual({
    given: "declined",
    refusal: null,
  });
});

test("what stands in the way of an answer has a word", () => {
  const refusalOf = (...of: Parameters<typeof stands>) => stands(...of)?.refusal;
  expect(refusalOf({ isCancelled: true, isChanged: true })).toBe("cancelled");
  expect(refusalOf({ isChanged: true })).toBe("changed");
  expect(refusalOf({ attendees: [] })).toBe("not_invited");
  expect(refusalOf({ organiser: null })).toBe("no_organiser");
  expect(refusalOf({ organiser: { name: "Ana", address: "" } })).toBe("no_organiser");
  expect(refusalOf({}, true)).toBe("smartlead");
});

test("what asks for no answer has none: answers, entries, and meetings of our own", () => {
  for (const method of ["reply", "publish", "counter", "cancel"] as const) expect(stands({ method })).toBeNull();
  expect(stands({ organiser: { name: "Sam", address: "SAM@acme.test" } })).toBeNull();
});
