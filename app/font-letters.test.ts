import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The ranges of letters that a text names, as pairs of numbers. */
const rangesOf = (text: string, written: RegExp): string[] =>
  [...text.matchAll(written)].map(
    ([, first, last]) => `${Number.parseInt(first!, 16)}-${Number.parseInt(last ?? first!, 16)}`,
  );

test("the style sheet asks each small font for the letters that it was made with, and none for those of another", () => {
  const rules = readFileSync("app/fonts.css", "utf8").split("@font-face").slice(1);
  const programs = readFileSync("bin/make-font.mjs", "utf8")
    .split(/^ {2}\w+: \[$/m)
    .slice(1);

  const asked = rules.map((rule) => rangesOf(rule, /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g).toSorted());
  const made = programs.map((program) => rangesOf(program, /\[0x([0-9a-f]+), 0x([0-9a-f]+)\]/g).toSorted());

  expect(made).toHaveLength(2);
  expect(asked.slice(0, 2)).toEqual(made);
  const letters = asked.flatMap((ranges) => ranges.flatMap(lettersOf));
  expect(new Set(letters).size).toBe(letters.length);
});

test("all files are of one font: browsers look for a letter only among those of the same weights", () => {
  const rules = readFileSync("app/fonts.css", "utf8").split("@font-face").slice(1);

  const faces = rules.map((rule) =>
    ["family", "style", "weight"].map((name) => rule.match(`font-${name}: ([^;]+)`)?.[1]),
  );

  expect(faces).toHaveLength(3);
  expect(new Set(faces.map(String)).size).toBe(1);
});

function lettersOf(range: string): number[] {
  const [first, last] = range.split("-").map(Number) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
