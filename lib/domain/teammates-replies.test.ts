import { expect, test } from "vitest";
import { knownUntil, teammatesReplies } from "./teammates-replies";
import type { MessageView, ReplyView } from "./message-view";

const me = { id: "me", name: "Sam Reed" };
const jonas = { id: "jonas", name: "Jonas Weber" };

const reply = (change: Partial<ReplyView>) =>
  ({
    id: "r",
    author: jonas,
    origin: "composer",
    status: "scheduled",
    heldReason: null,
    invitationAnswer: null,
    acceptedAt: "2026-11-26T09:31:00.000Z",
    dueAt: "2026-11-26T09:31:10.000Z",
    sentAt: null,
    bodyHtml: "<p>Tuesday</p>",
    ...change,
  }) as ReplyView;
const message = (sentFrom: Partial<MessageView["sentFrom"]>, author = jonas) =>
  ({
    author,
    sentAt: "2026-11-26T09:10:05.000Z",
    visibleText: "Monday",
    sentFrom: { replyId: "m", kind: "reply", origin: "composer", acceptedAt: "2026-11-26T09:10:00.000Z", ...sentFrom },
  }) as MessageView;
const thread = (messages: MessageView[], replies: ReplyView[], readAt = "2026-11-26T09:00:00.000Z") => ({
  messages,
  replies,
  readAt,
});

test("what teammates have sent and what they are about to send is theirs, the newest first", () => {
  const found = teammatesReplies(thread([message({})], [reply({})]), "me");

  expect(found.map(({ id, hasLeft }) => [id, hasLeft])).toEqual([
    ["r", false],
    ["m", true],
  ]);
});

test.each([
  ["one's own", thread([message({}, me)], [reply({ author: me })])],
  ["the machine's", thread([message({ origin: "machine" })], [reply({ origin: "machine" })])],
  ["a forward", thread([message({ kind: "forward" })], [])],
  [
    "what was taken back, has failed or is held itself",
    thread([], [reply({ status: "cancelled" }), reply({ status: "failed" }), reply({ heldReason: "teammate" })]),
  ],
])("%s counts for nobody", (_what, read) => {
  expect(teammatesReplies(read, "me")).toEqual([]);
});

test("a thread is known until a moment before it was read, or until its newest reply of a teammate", () => {
  expect(knownUntil(thread([], []), "me")).toBe("2026-11-26T08:59:59.000Z");
  expect(knownUntil(thread([], [reply({})], "2026-11-26T09:31:00.500Z"), "me")).toBe("2026-11-26T09:31:00.000Z");
  expect(knownUntil(thread([], [reply({})], "2026-11-26T10:00:00.000Z"), "me")).toBe("2026-11-26T09:59:59.000Z");
});
