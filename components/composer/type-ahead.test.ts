import { expect, test } from "vitest";
import { typedAfter } from "./type-ahead";

const type = (...keys: string[]) => keys.reduce<string | null>((words, key) => words && typedAfter(words, key), "|");

test("letters, breaks and corrections make the text that was meant", () => {
  expect(type("h", "i", "Enter", "y", "x", "Backspace", "o")).toBe("|hi\nyo");
  expect(type("😀", "Backspace", "é")).toBe("|é");
});

test("keys that are no text are somebody else's", () => {
  for (const key of ["Escape", "Tab", "ArrowDown", "F6", "Shift"]) expect(typedAfter("", key)).toBeNull();
});
