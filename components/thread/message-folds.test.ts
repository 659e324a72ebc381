import { expect, test } from "vitest";
import { anchorOf, openedAtFirst, threadParts } from "./message-folds";

type Kind = "out" | "in" | "unread" | "auto";
const thread = (...kinds: Kind[]) =>
  kinds.map((kind, index) => ({
    id: String(index + 1),
    direction: kind === "out" ? ("out" as const) : ("in" as const),
    isUnread: kind === "unread",
    isAutomatic: kind === "auto",
  }));

test("open at first are the unread, the newest, their newest and what it answered", () => {
  expect([...openedAtFirst(thread("out", "in", "out", "out", "in", "out"))].toSorted()).toEqual(["4", "5", "6"]);
  expect([...openedAtFirst(thread("out", "unread", "out", "in", "auto"))].toSorted()).toEqual(["2", "3", "4", "5"]);
  expect([...openedAtFirst([])]).toEqual([]);
});

test("a long run of old messages folds to two lines and a figure, which opens", () => {
  const messages = thread("out", "in", "out", "in", "out", "in");
  const isOpen = (id: string) => id === "6";
  const kinds = (unfolded: boolean) =>
    threadParts(messages, isOpen, () => unfolded).map((part) =>
      part.kind === "more" ? `more ${part.messages.length}` : `${part.kind} ${part.message.id}`,
    );
  expect(kinds(false)).toEqual(["folded 1", "folded 2", "more 3", "open 6"]);
  expect(kinds(true)).toEqual(["folded 1", "folded 2", "folded 3", "folded 4", "folded 5", "open 6"]);
});

test("three old messages are three lines, since a figure would hide only one", () => {
  const parts = threadParts(
    thread("out", "in", "out", "in"),
    (id) => id === "4",
    () => false,
  );
  expect(parts.map(({ kind }) => kind)).toEqual(["folded", "folded", "folded", "open"]);
});

test("the first unread message is looked at, else the newest", () => {
  expect(anchorOf(thread("out", "unread", "unread"))).toBe("2");
  expect(anchorOf(thread("out", "in"))).toBe("2");
  expect(anchorOf([])).toBeNull();
});
