import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { catchTyping, stopTyping, takeTyped, typedAfter } from "./type-ahead";

beforeEach(() => {
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("Element", class {});
});
afterEach(() => {
  stopTyping();
  vi.unstubAllGlobals();
});

const type = (...keys: string[]) => keys.reduce<string | null>((words, key) => words && typedAfter(words, key), "|");

/** @returns whether a command would have heard it */
const press = (key: string) => {
  const event = Object.assign(new Event("keydown", { cancelable: true }), { key });
  return window.dispatchEvent(event);
};

test("letters, breaks and corrections make the text that was meant", () => {
  expect(type("h", "i", "Enter", "y", "x", "Backspace", "o")).toBe("|hi\nyo");
  expect(type("😀", "Backspace", "é")).toBe("|é");
});

test("keys that are no text are somebody else's", () => {
  for (const key of ["Escape", "Tab", "ArrowDown", "F6", "Shift"]) expect(typedAfter("", key)).toBeNull();
});

test("what was caught stays when it is asked for again, and each key is caught once", () => {
  catchTyping();
  for (const key of "Hi") press(key);
  catchTyping();
  for (const key of " Ben") press(key);
  expect(takeTyped()).toBe("Hi Ben");

  expect(press("e")).toBe(true);
  expect(takeTyped()).toBe("");
});
