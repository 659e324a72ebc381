import { expect, test } from "vitest";
import { ListScheduleInput, MoveItemsInput, RewriteReplyInput } from "./schemas";

const problems = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

test.each([
  ["2026-11-01T00:00:00Z", "2026-12-13T00:00:00+01:00", []],
  ["2026-11-01T00:00:00Z", "2026-11-01T00:00:00Z", ["not_after_from"]],
  ["2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z", ["too_long"]],
  ["2026-11-01", "2026-12-01T00:00:00Z", ["time_without_offset"]],
  ["9999-12-30T00:00:00Z", "9999-12-31T23:59:00-05:00", ["year_out_of_range"]],
])("a span from %s to %s: %j", (from, to, expected) => {
  expect(problems(ListScheduleInput.safeParse({ from, to }))).toEqual(expected);
});

test("an item is moved once in one go, to an instant and in a zone that there is", () => {
  const move = { kind: "reply", id: crypto.randomUUID(), at: "2026-11-17T09:00:00Z" };

  expect(problems(MoveItemsInput.safeParse({ moves: [move, move] }))).toEqual(["twice"]);
  expect(problems(MoveItemsInput.safeParse({ moves: [{ ...move, zone: "Mars/Base" }] }))).toEqual(["not_a_zone"]);
  expect(MoveItemsInput.safeParse({ moves: [{ ...move, kind: "meeting" }] }).success).toBe(false);
});

test("a reply is not rewritten to nothing", () => {
  const replyId = crypto.randomUUID();

  expect(problems(RewriteReplyInput.safeParse({ replyId, bodyHtml: "<p> &nbsp;</p>" }))).toEqual(["empty"]);
  expect(RewriteReplyInput.safeParse({ replyId, bodyHtml: '<p><img src="cid:a"></p>' }).success).toBe(true);
});
