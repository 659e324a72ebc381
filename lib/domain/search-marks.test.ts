import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, hitPieces, hitsIn, marksIn, marksOf } from "./search-marks";

const marked = (text: string, typed: string) =>
  hitPieces(text, marksOf(typed))
    .map(({ text: piece, isHit }) => (isHit ? `[${piece}]` : piece))
    .join("");

test.each([
  ["The paper rates and a rate", "rate ", "The paper [rates] and a [rate]"],
  ["The paper rates", '"rate"', "The paper rates"],
  [
    "Is the paper rate read? Paper, rate. Rate paper.",
    '"paper rate"',
    "Is the [paper rate] read? [Paper, rate]. Rate paper.",
  ],
  ["Herr Müller, MULLER and Mueller", "muller", "Herr [Müller], [MULLER] and Mueller"],
  ["write to d.aksoy@egefrio.example.com now", "d.aksoy@ege", "write to [d.aksoy@egefrio].example.com now"],
  ["paid, not open", "-paid open", "paid, not [open]"],
  ["rate-sheet-scan.png", "sheet", "rate-[sheet]-scan.png"],
  ["nothing here", "", "nothing here"],
])("%s, searched for %s", (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});

test("what was asked for in one field is marked there only", () => {
  const marks = marksOf("from:ana subject:rates fees");
  expect(marksIn(marks, "from").map(({ words }) => words[0])).toEqual(["ana", "fees"]);
  expect(marksIn(marks, "text").map(({ words }) => words[0])).toEqual(["fees"]);
});

test("an excerpt begins shortly before its hit, at a word, on one line", () => {
  const text = `${"Long words before it. ".repeat(20)}\nThe paper\nrate is here. ${"And after. ".repeat(50)}`;
  const excerpt = excerptOf(text, marksOf('"paper rate"'))!;
  const line = excerpt.map((piece) => piece.text).join("");
  expect(line).toMatch(/^… \S.* The paper rate is here\./);
  expect(line.length).toBeLessThan(210);
  expect(excerpt.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(["paper rate"]);
  expect(excerptOf(text, marksOf("zeppelin"))).toBeNull();
});

test("an excerpt holds its hit, also in the midst of a long address", () => {
  const text = "See https://files.somewhere.example.com/documents/rebates then other words";
  const excerpt = excerptOf(text, marksOf("rebates"))!;
  expect(excerpt.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(["rebates"]);
});

const letters = fc.string({
  unit: fc.constantFrom("a", "b", "ä", "ı", "ß", "日", "\u0301", "\ud83d", " ", "-", '"', "."),
});

test("pieces put together are the text", () => {
  fc.assert(
    fc.property(letters, letters, (text, typed) => {
      const marks = marksOf(typed);
      expect(
        hitPieces(text, marks)
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
      expect(hitsIn(text, marks).every(({ start, end }) => end > start)).toBe(true);
    }),
  );
});
