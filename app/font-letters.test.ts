import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The ranges of letters that a text names, as pairs of numbers. */
const rangesOf = (text: string, written: RegExp): string[] =>
  [...text.matchAll(written)].map(
    ([, first, last]) => `${Number.parseInt(first!, 16)}-${Number.parseInt(last ?? first!, 16)}`,
  );

test("the style sheet asks the small font for the letters that it was made with", () => {
  const [small] = readFileSync("app/fonts.css", "utf8").split("@font-face").slice(1);
  const program = readFileSync("bin/make-font.mjs", "utf8");

  const asked = rangesOf(small!, /U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g);

  expect(asked.toSorted()).toEqual(rangesOf(program, /\[0x([0-9a-f]+), 0x([0-9a-f]+)\]/g).toSorted());
});
