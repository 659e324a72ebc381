import { expect, test } from "vitest";
import { misreadingOf } from "./search-misreading";

test.each([
  ["assigned:me", { kind: "operator", operator: "assigned" }],
  ["hall larger:1M", { kind: "operator", operator: "larger" }],
  ["is:snoozed", { kind: "value", operator: "is", value: "snoozed" }],
  ["-has:nonsense", { kind: "value", operator: "has", value: "nonsense" }],
  ["deliver_to:ana", { kind: "operator", operator: "deliver_to" }],
  ["older_than:monday", { kind: "age", operator: "older_than", value: "monday" }],
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
  "older_than:3d newer_than:1y",
  "is:",
  "09:30",
])("%s is", (typed) => {
  expect(misreadingOf(typed)).toBeNull();
});
