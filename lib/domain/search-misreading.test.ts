import { expect, test } from "vitest";
import { misreadingOf } from "./search-misreading";

test.each([
  ["assigned:me", { kind: "operator", operator: "assigned" }],
  ["hall larger:1M", { kind: "operator", operator: "larger" }],
  ["is:snoozed", { kind: "value", operator: "is", value: "snoozed" }],
  ["-has:nonsense", { kind: "value", operator: "has", value: "nonsense" }],
  ["before:gestern", { kind: "date", operator: "before", value: "gestern" }],
])("%s is not read as it was meant", (typed, misreading) => {
  expect(misreadingOf(typed)).toMatchObject(misreading);
});

test.each([
  "hall",
  "is:unread from:ana",
  '"assigned:me"',
  "https://acme.test/x",
  "re: hall",
  "before:2026-11",
  "is:",
  "09:30",
])("%s is", (typed) => {
  expect(misreadingOf(typed)).toBeNull();
});
