import { expect, test } from "vitest";
import type { KeyPress } from "./key-press";
import { advance, type Binding } from "./key-sequence";

const BINDINGS: Binding[] = [
  { id: "done", keys: "e" },
  { id: "inbox", keys: "g i" },
  { id: "doneList", keys: "g e" },
  { id: "palette", keys: "Mod+K" },
];

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const after = (pending: string[], key: string, more: Partial<KeyPress> = {}) =>
  advance(pending, press(key, more), BINDINGS, false);

test("a single key is a command at once", () => {
  expect(after([], "e")).toEqual({ pending: [], id: "done", isTaken: true });
});

test("the first of two keys waits for the second", () => {
  expect(after([], "g")).toEqual({ pending: ["g"], id: null, isTaken: true });
  expect(after(["g"], "i")).toEqual({ pending: [], id: "inbox", isTaken: true });
});

test("after g the same letter is another command", () => {
  expect(after(["g"], "e").id).toBe("doneList");
});

test("a slip after g does nothing at all", () => {
  const bindings = BINDINGS.filter(({ id }) => id !== "doneList");

  expect(advance(["g"], press("e"), bindings, false)).toEqual({ pending: [], id: null, isTaken: true });
});

test("what is no letter ends the sequence and goes where it wants", () => {
  expect(after(["g"], "Tab")).toEqual({ pending: [], id: null, isTaken: false });
  expect(after(["g"], "c", { ctrlKey: true })).toEqual({ pending: [], id: null, isTaken: false });
});

test("a modifier on its own does not end the sequence", () => {
  expect(after(["g"], "Shift", { shiftKey: true })).toEqual({ pending: ["g"], id: null, isTaken: false });
});

test("a key of nobody's is left alone", () => {
  expect(after([], "y")).toEqual({ pending: [], id: null, isTaken: false });
});

test("the earlier of two commands with the same key is taken", () => {
  const bindings = [
    { id: "composer", keys: "Escape" },
    { id: "thread", keys: "Escape" },
  ];

  expect(advance([], press("Escape"), bindings, false).id).toBe("composer");
});
