import { expect, test } from "vitest";
import { COMMAND_IDS, keysOf } from "./keymap";

/** Keys that several commands share on purpose: they hold at different places, or only while something is there. */
const SHARED = ["Escape", "t", "a", "]", "Shift+F", "j", "k", "e", "r"];

test("no two commands have the same keys", () => {
  const all = COMMAND_IDS.flatMap((id) => keysOf(id)).filter((keys) => !SHARED.includes(keys));

  expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([]);
});

test("no single key begins a sequence", () => {
  const all = COMMAND_IDS.flatMap((id) => keysOf(id));
  const begins = new Set(all.filter((keys) => keys.includes(" ")).map((keys) => keys.split(" ")[0]));

  expect(all.filter((keys) => begins.has(keys))).toEqual([]);
});

test("what has no key has none", () => {
  expect(keysOf("thread.category.7f")).toEqual([]);
  expect(keysOf("constructor")).toEqual([]);
});
