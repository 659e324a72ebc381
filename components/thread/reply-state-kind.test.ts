import { describe, expect, test } from "vitest";
import { outboxKind, replyActions, replyStateKind, secondsLeft, type Standing } from "./reply-state-kind";

const NOW = new Date("2026-11-18T09:52:00Z");
const reply: Standing = {
  status: "scheduled",
  heldReason: null,
  reason: null,
  scheduledAt: null,
  dueAt: "2026-11-18T09:52:07Z",
  nextAttemptAt: null,
  outcomes: [],
};
const ahead = "2026-11-19T06:10:00Z";
const smartlead = { isThroughSmartlead: true, handsOver: false };
const past = "2026-11-18T09:51:00Z";

describe("replyStateKind", () => {
  test.each([
    ["a reply sent a moment ago can be undone", {}, "undo"],
    ["a reply with a time ahead is scheduled", { scheduledAt: ahead, dueAt: ahead }, "scheduled"],
    ["a due reply waits for the worker", { dueAt: past }, "queued"],
    [
      "a due reply of a lost mailbox is held, never merely late",
      { dueAt: past, heldReason: "mailbox_disconnected" },
      "held",
    ],
    [
      "a reply that the server put off is tried again",
      { status: "queued", dueAt: past, nextAttemptAt: ahead },
      "retrying",
    ],
    ["a reply whose next try has come is due", { status: "queued", dueAt: past, nextAttemptAt: past }, "queued"],
    ["an unknown outcome is neither sent nor failed", { status: "unknown" }, "unknown"],
    ["a follow-up that an answer overtook is dropped", { status: "cancelled", reason: "lead_answered" }, "dropped"],
    ["a send that a rule stopped says so", { status: "cancelled", reason: "lead_unsubscribed" }, "stopped"],
    ["a reply that a person cancelled is cancelled", { status: "cancelled", reason: "by_person" }, "cancelled"],
    ["an undone reply lives on as a draft", { status: "cancelled", reason: "undone" }, null],
    ["a reopened reply lives on as a draft", { status: "cancelled", reason: "reopened" }, null],
  ] as const)("%s", (_sentence, change, kind) => {
    expect(replyStateKind({ ...reply, ...change }, NOW)).toBe(kind);
  });

  test("a reply that some servers refused is sent, but not to all", () => {
    const outcomes = [
      { address: "ana@lead.test", accepted: true },
      { address: "ben@lead.test", accepted: false, response: "550 no such user" },
    ];
    expect(replyStateKind({ ...reply, status: "sent", outcomes }, NOW)).toBe("partly_sent");
    expect(replyStateKind({ ...reply, status: "sent", outcomes: outcomes.slice(0, 1) }, NOW)).toBe("sent");
  });
});

test("nothing that may have left is offered to be sent again", () => {
  const kinds = ["sending", "sent", "partly_sent", "unknown"] as const;
  const offered = kinds.flatMap((kind) => replyActions(kind, null));
  expect(offered).toEqual(["arrived", "notArrived"]);
});

test("what Smartlead holds until its time is not sent yet, and nothing can be done about it", () => {
  const handed = { ...reply, status: "handed_over" as const, scheduledAt: ahead, dueAt: ahead };
  expect(replyStateKind(handed, NOW)).toBe("handed_over");
  expect(replyActions("handed_over", null, smartlead)).toEqual([]);
  expect(outboxKind({ state: "handed_over", heldReason: null, at: ahead }, NOW)).toBe("handed_over");
});

test("what is about to be handed over can still be taken back, until its hold ends", () => {
  const soon = { ...reply, status: "scheduled" as const, scheduledAt: "2027-01-01T00:00:00Z" };
  expect(replyStateKind(soon, NOW)).toBe("undo");
});

test("what Smartlead shall keep until its time is tried again, and never offered to be sent now", () => {
  const way = { isThroughSmartlead: true, handsOver: true };
  expect(replyActions("undo", null, way)).toEqual(["undo"]);
  expect(replyActions("retrying", null, way)).toEqual(["tryNow", "cancel"]);
  expect(replyActions("undo", null, smartlead)).toContain("sendNow");
});

test("what leaves through Smartlead leaves from no other mailbox", () => {
  expect(replyActions("failed", null, smartlead)).toEqual(["retry", "reopen"]);
  expect(replyActions("held", "smartlead", smartlead)).toEqual(["edit", "cancel"]);
  expect(replyActions("held", "mailbox_disconnected", smartlead)).not.toContain("sendFrom");
});

test("a reply held by its mailbox leads there, one held by an old sync can go at once", () => {
  expect(replyActions("held", "auth")[0]).toBe("mailbox");
  expect(replyActions("held", "sync_stale")[0]).toBe("sendNow");
});

test("what is held for a teammate's reply waits for its author: to send it as well, edit it or drop it", () => {
  expect(replyActions("held", "teammate")).toEqual(["sendAnyway", "edit", "cancel"]);
});

test("another mailbox is offered where the own one is the obstacle, and never for what may have left", () => {
  const held = (["auth", "mailbox_disconnected", "cap", "sync_stale"] as const).map((reason) =>
    replyActions("held", reason).includes("sendFrom"),
  );

  expect(held).toEqual([true, true, true, false]);
  expect(replyActions("failed", null)).toContain("sendFrom");
  expect(replyActions("unknown", null)).not.toContain("sendFrom");
});

test("what an answer overtook can be sent anyway; what a rule stopped goes through the draft", () => {
  expect(replyActions("dropped", null)).toEqual(["reopen", "sendAnyway"]);
  expect(replyActions("stopped", null)).toEqual(["reopen"]);
});

test.each([
  ["what leaves later is scheduled", { state: "scheduled", at: ahead }, "scheduled"],
  ["what is due is about to be sent", { state: "scheduled", at: past }, "queued"],
  ["what is held says so before its time as well", { state: "scheduled", at: ahead, heldReason: "auth" }, "held"],
  ["what failed is not sent", { state: "failed", at: past }, "failed"],
  ["what is sent has left the outbox", { state: "sent", at: past }, null],
] as const)("in a list's row %s", (_sentence, mark, kind) => {
  expect(outboxKind({ heldReason: null, ...mark }, NOW)).toBe(kind);
});

test("the undo hold counts down to zero and not below", () => {
  expect([secondsLeft(reply.dueAt, NOW), secondsLeft(past, NOW)]).toEqual([7, 0]);
});
