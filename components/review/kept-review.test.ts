import { expect, test } from "vitest";
import { leftEdit, NOTHING_KEPT, openedEdit, withoutWord, wordOf, wordsOf, type KeptReview } from "./kept-review";

const price = { quote: "980 euros", start: 13, version: 2 };
const call = { quote: "this week", start: 40, version: 2 };
const kept: KeptReview = {
  ...NOTHING_KEPT,
  passage: call,
  texts: {
    "": { text: " Which day? ", pressId: "p1" },
    c1: { text: "Yes.", pressId: "p2" },
    c2: { text: " ", pressId: "p3" },
  },
  suggestion: { passage: price, words: "1,150 euros", pressId: "p4" },
};
const whole = { text: "Which day?", pressId: "p1", passage: { quote: "this week", start: 40 }, version: 2 };
const waiting = {
  text: "",
  pressId: "p4",
  passage: { quote: "980 euros", start: 13 },
  version: 2,
  suggestion: "1,150 euros",
};

test("all that was typed is words: answers, the form's, and what is suggested for a passage that is not chosen now", () => {
  expect(wordsOf(kept)).toEqual([{ text: "Yes.", parentId: "c1", pressId: "p2" }, waiting, whole]);
  expect(wordsOf(NOTHING_KEPT)).toEqual([]);
});

test("what is suggested goes with the word about its passage, and is none while it says the same", () => {
  const chosen = { ...kept, passage: price };
  expect(wordOf(chosen, null)).toEqual({ ...waiting, text: "Which day?", pressId: "p1" });
  const same = { ...chosen, texts: {}, suggestion: { ...kept.suggestion!, words: price.quote } };
  expect([wordOf(same, null), wordsOf({ ...same, passage: null })]).toEqual([null, []]);
  expect(wordOf({ ...same, suggestion: { ...same.suggestion, words: "" } }, null)).toMatchObject({ suggestion: "" });
});

test("a word that was said goes, and leaves the others", () => {
  expect(wordsOf(withoutWord(kept, "c1"))).toEqual([waiting, whole]);
  expect(withoutWord(kept, null)).toMatchObject({ passage: null, suggestion: kept.suggestion });
  expect(withoutWord({ ...kept, passage: price }, null)).toMatchObject({ suggestion: null });
});

test("an editing that is left stays, and is gone on with over the version that it was begun over", () => {
  const begun = { ...NOTHING_KEPT, edit: { version: 2, html: "<p>No.</p>" } };
  const left = { ...begun, edit: leftEdit(begun) };
  expect(left.edit).toEqual({ ...begun.edit, isAside: true });
  expect(openedEdit(left, 3)).toEqual(begun.edit);
});

test("an editing in which nothing was written leaves nothing, and begins over the newest version", () => {
  const begun = { ...NOTHING_KEPT, edit: { version: 2 } };
  expect(leftEdit(begun)).toBeNull();
  expect(openedEdit({ ...begun, edit: leftEdit(begun) }, 3)).toEqual({ version: 3 });
});
