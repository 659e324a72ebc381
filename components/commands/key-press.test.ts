import { describe, expect, test } from "vitest";
import { ariaKeysOf, capsOf, isSingleKey, isStroke, keysHold, type KeyPress } from "./key-press";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const PC = false;
const MAC = true;

describe("letters", () => {
  test("a letter is pressed without anything else", () => {
    expect(isStroke("e", press("e"), PC)).toBe(true);
    expect(isStroke("e", press("e", { ctrlKey: true }), PC)).toBe(false);
    expect(isStroke("e", press("e", { metaKey: true }), PC)).toBe(false);
    expect(isStroke("e", press("e", { altKey: true }), PC)).toBe(false);
    expect(isStroke("e", press("r"), PC)).toBe(false);
  });

  test("Shift makes another key of a letter, caps lock does not", () => {
    expect(isStroke("Shift+U", press("U", { shiftKey: true }), PC)).toBe(true);
    expect(isStroke("u", press("U", { shiftKey: true }), PC)).toBe(false);
    expect(isStroke("Shift+U", press("u"), PC)).toBe(false);
    expect(isStroke("u", press("U"), PC)).toBe(true);
  });

  test("a letter is the one that the layout writes, wherever its key lies", () => {
    expect(isStroke("z", press("z", { code: "KeyY" }), PC)).toBe(true);
    expect(isStroke("z", press("y", { code: "KeyZ" }), PC)).toBe(false);
  });

  test("a layout without Latin letters is read by the place of its keys", () => {
    expect(isStroke("e", press("у", { code: "KeyE" }), PC)).toBe(true);
    expect(isStroke("Mod+K", press("л", { code: "KeyK", ctrlKey: true }), PC)).toBe(true);
    expect(isStroke("e", press("é", { code: "Digit2" }), PC)).toBe(false);
  });
});

describe("signs", () => {
  test("are taken whether the layout needs Shift for them or not", () => {
    expect(isStroke("?", press("?", { shiftKey: true }), PC)).toBe(true);
    expect(isStroke("?", press("?"), PC)).toBe(true);
    expect(isStroke("/", press("/", { shiftKey: true }), PC)).toBe(true);
  });

  test("are taken when AltGr or Option writes them", () => {
    expect(isStroke("]", press("]", { ctrlKey: true, altKey: true, isAltGraph: true }), PC)).toBe(true);
    expect(isStroke("]", press("]", { altKey: true }), MAC)).toBe(true);
    expect(isStroke("]", press("]", { ctrlKey: true }), PC)).toBe(false);
  });
});

describe("keys with Mod", () => {
  test("Mod is Ctrl, and Cmd on a Mac", () => {
    expect(isStroke("Mod+K", press("k", { ctrlKey: true }), PC)).toBe(true);
    expect(isStroke("Mod+K", press("k", { metaKey: true }), PC)).toBe(false);
    expect(isStroke("Mod+K", press("k", { metaKey: true }), MAC)).toBe(true);
    expect(isStroke("Mod+K", press("k", { ctrlKey: true }), MAC)).toBe(false);
    expect(isStroke("Mod+K", press("k", { ctrlKey: true, metaKey: true }), MAC)).toBe(false);
  });

  test("Shift tells one key with Mod from another", () => {
    const enter = press("Enter", { ctrlKey: true });
    expect(isStroke("Mod+Enter", enter, PC)).toBe(true);
    expect(isStroke("Mod+Shift+Enter", enter, PC)).toBe(false);
    expect(isStroke("Mod+Shift+Enter", { ...enter, shiftKey: true }, PC)).toBe(true);
    expect(isStroke("Shift+F6", press("F6", { shiftKey: true }), PC)).toBe(true);
    expect(isStroke("F6", press("F6", { shiftKey: true }), PC)).toBe(false);
  });
});

test("only single characters can be switched off", () => {
  expect(["e", "?", "Shift+U", "]"].map(isSingleKey)).toEqual([true, true, true, true]);
  expect(["Mod+K", "F6", "Escape", "Enter"].map(isSingleKey)).toEqual([false, false, false, false]);
});

test("switched off, what needs a single character does not hold, alone or after another", () => {
  const holding = (areOn: boolean) => ["e", "g i", "Mod+K", "Escape"].filter((keys) => keysHold(keys, areOn));

  expect(holding(true)).toEqual(["e", "g i", "Mod+K", "Escape"]);
  expect(holding(false)).toEqual(["Mod+K", "Escape"]);
});

test("caps are drawn one by one, in the signs of the machine", () => {
  expect(capsOf("g i", PC)).toEqual(["G", "I"]);
  expect(capsOf("Mod+Shift+Enter", PC)).toEqual(["Ctrl", "⇧", "↵"]);
  expect(capsOf("Mod+K", MAC)).toEqual(["⌘", "K"]);
  expect(capsOf("?", MAC)).toEqual(["?"]);
});

test("assistive technology hears keys by name, and not of one key after another", () => {
  expect(ariaKeysOf(["Mod+K"], MAC)).toBe("Meta+K");
  expect(ariaKeysOf(["Enter", "o"], PC)).toBe("Enter O");
  expect(ariaKeysOf(["Shift+U"], PC)).toBe("Shift+U");
  expect(ariaKeysOf(["g i"], PC)).toBeUndefined();
});
