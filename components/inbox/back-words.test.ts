import { expect, test } from "vitest";
import { backForm, backReason, namedDay } from "./back-words";

test.each([
  ["snooze", "always", "time", "snoozed"],
  ["snooze", "always", "answer", "answered"],
  ["snooze", "if_no_reply", "time", "noReply"],
  ["snooze", "until_reply", "time", "noReply"],
  ["reminder", "always", "time", "reminder"],
  ["reminder", "if_no_reply", "time", "noReply"],
  ["reminder", "until_reply", "answer", "answered"],
] as const)("a %s (%s) that came up because of %s says: %s", (kind, condition, because, reason) => {
  expect(backReason({ kind, condition, because })).toBe(reason);
});

const AT = "2026-11-26T09:00:00.000Z";

test.each([
  [AT, "always", "until"],
  [AT, "if_no_reply", "ifNoReply"],
  [AT, "until_reply", "untilReplyOr"],
  [null, "until_reply", "untilReply"],
] as const)("until %s, %s is said as %s", (until, condition, form) => {
  expect(backForm({ until, condition })).toBe(form);
});

test("today and its neighbours have names, by the reader's own clock", () => {
  const now = new Date("2026-11-26T23:30:00Z");

  expect(namedDay(AT, now, "UTC")).toBe("today");
  expect(namedDay(AT, now, "Europe/Berlin")).toBe("yesterday");
  expect(namedDay("2026-11-27T09:00:00.000Z", now, "UTC")).toBe("tomorrow");
  expect(namedDay("2026-11-28T09:00:00.000Z", now, "UTC")).toBeNull();
});
