import { expect, test } from "vitest";
import { replySchema } from "@/lib/testing/round-trip";
import { heldSpaces } from "./held-spaces";

const { paragraph, codeBlock, doc, hardBreak, bulletList, listItem } = replySchema.nodes;
const bold = replySchema.mark("bold");
const words = (text: string, ...marks: (typeof bold)[]) => replySchema.text(text, marks);
const held = (...content: Parameters<typeof words>[0][]) =>
  heldSpaces(
    doc!.create(
      null,
      paragraph!.create(
        null,
        content.map((text) => words(text)),
      ),
    ),
  ).textContent;

test.each([
  ["one by one", "one by one"],
  ["two  spaces", "two \u00a0spaces"],
  ["three   spaces", "three \u00a0 spaces"],
  [" at both ends ", "\u00a0at both ends\u00a0"],
  ["a\tb", "a \u00a0 \u00a0b"],
  ["41\u00a0kW", "41\u00a0kW"],
  [" ", "\u00a0"],
])("%j is held as %j", (text, expected) => {
  expect(held(text)).toBe(expected);
  expect(held(expected)).toBe(expected);
});

test("formatting within a run keeps the run, each line has ends of its own, and code is as it was", () => {
  const written = doc!.create(null, [
    paragraph!.create(null, [words("a "), words(" b", bold), words(" "), hardBreak!.create(), words(" c")]),
    bulletList!.create(null, listItem!.create(null, paragraph!.create(null, words("d  e")))),
    codeBlock!.create(null, words("  f\tg ")),
  ]);

  expect(heldSpaces(written).toJSON().content).toEqual([
    paragraph!
      .create(null, [words("a "), words("\u00a0b", bold), words("\u00a0"), hardBreak!.create(), words("\u00a0c")])
      .toJSON(),
    bulletList!.create(null, listItem!.create(null, paragraph!.create(null, words("d \u00a0e")))).toJSON(),
    codeBlock!.create(null, words("  f\tg ")).toJSON(),
  ]);
});
