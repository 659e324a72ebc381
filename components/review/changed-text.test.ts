import { expect, test } from "vitest";
import type { ReviewComment } from "@/lib/domain/review-view";
import { anchorsIn, changedText } from "./changed-text";

const comment = (quote: string, start: number, values: Partial<ReviewComment> = {}): ReviewComment => ({
  id: quote,
  parentId: null,
  suggestion: null,
  author: { id: "r", name: "Ruth" },
  version: 1,
  passage: { quote, start },
  text: "Why?",
  createdAt: "2026-11-26T09:00:00Z",
  settledAt: null,
  ...values,
});

test("what is new and what is gone stands where it stood", () => {
  const shown = changedText("The price is 1,150.", "The price is 980 euros.", []);
  expect(
    shown
      .filter(({ kind }) => kind !== "removed")
      .map(({ text }) => text)
      .join(""),
  ).toBe("The price is 980 euros.");
  expect(
    shown
      .filter(({ kind }) => kind !== "added")
      .map(({ text }) => text)
      .join(""),
  ).toBe("The price is 1,150.");
  expect(shown.filter(({ kind }) => kind === "added").length).toBeGreaterThan(0);
});

test("a first version has no changes, and its passages are marked whole", () => {
  const text = "The price is 980.";
  const shown = changedText(null, text, [{ commentId: "c", start: 4, end: 12 }]);
  expect(shown.map(({ text: part, start, commentId }) => [part, start, commentId])).toEqual([
    ["The ", 0, null],
    ["price is", 4, "c"],
    [" 980.", 12, null],
  ]);
});

test("passages keep their place through changes, and each stretch knows where it begins", () => {
  const now = "Now the price is 980.";
  const shown = changedText("The price is 980.", now, [{ commentId: "c", start: 8, end: 16 }]);
  for (const { text, start } of shown) if (start !== null) expect(now.slice(start, start + text.length)).toBe(text);
  expect(
    shown
      .filter(({ commentId }) => commentId === "c")
      .map(({ text }) => text)
      .join(""),
  ).toBe("price is");
});

test("a word about an older version is found again, a settled one and one whose passage is gone are not", () => {
  const text = "Now the price is 980.";
  expect(anchorsIn(text, [comment("price", 4)], 2)).toEqual([{ commentId: "price", start: 8, end: 13 }]);
  expect(anchorsIn(text, [comment("price", 8, { settledAt: "2026-11-26T10:00:00Z" })], 1)).toEqual([]);
  expect(anchorsIn(text, [comment("discount", 4)], 2)).toEqual([]);
});
