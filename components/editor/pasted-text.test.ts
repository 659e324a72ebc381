import { expect, test } from "vitest";
import { replySchema } from "@/lib/testing/round-trip";
import { pastedText } from "./pasted-text";

/** Paragraphs, with "/" for a line end. */
const pasted = (text: string, isPlain: boolean) =>
  pastedText(text, replySchema, isPlain).content.content.map((paragraph) =>
    paragraph.textBetween(0, paragraph.content.size, "", "/"),
  );

test.each([
  ["one", ["one"], ["one"]],
  ["one\ntwo", ["one/two"], ["one", "two"]],
  ["one\r\ntwo\rthree", ["one/two/three"], ["one", "two", "three"]],
  ["one\n\ntwo", ["one", "two"], ["one", "", "two"]],
  ["one\n \t\n\n\ntwo\n\n", ["one", "two"], ["one", " \t", "", "", "two"]],
  ["  one\n\ttwo  ", ["  one/\ttwo  "], ["  one", "\ttwo  "]],
  ["a\0b", ["ab"], ["ab"]],
  ["**no** # signs <b>&amp;", ["**no** # signs <b>&amp;"], ["**no** # signs <b>&amp;"]],
  ["", [""], [""]],
])("%j is %j, and %j where there is only text", (text, rich, plain) => {
  expect(pasted(text, false)).toEqual(rich);
  expect(pasted(text, true)).toEqual(plain);
});

test("what is pasted joins the words before and behind it", () => {
  const { openStart, openEnd, content } = pastedText("one\n\ntwo", replySchema, false);

  expect([openStart, openEnd]).toEqual([1, 1]);
  content.forEach((paragraph) => paragraph.check());
});

/** Rows with "|" between their cells; null for what is no table. */
function table(text: string, isAsIs = false): string[] | null {
  const { firstChild } = pastedText(text, replySchema, false, isAsIs).content;
  if (firstChild?.type.name !== "table") return null;
  firstChild.check();
  return firstChild.content.content.map((row) => row.content.content.map((cell) => cell.textContent).join("|"));
}

test("rows of cells are a table, unless they are pasted as they are", () => {
  expect(table("Pump\t12\r\nValve\t7\r\n")).toEqual(["Pump|12", "Valve|7"]);
  expect(table("\tMay\nPump\t\n")).toEqual(["|May", "Pump|"]);
  expect(table("Pump\t12\nValve\t7", true)).toBeNull();
  expect(pastedText("Pump\t12\nValve\t7", replySchema, true).content.childCount).toBe(2);
});

test.each(["one\ttwo", "a\tb\nc", "\tif (a)\n\treturn", "a\tb\n\nc\td"])("%j is no table", (text) =>
  expect(table(text)).toBeNull(),
);
