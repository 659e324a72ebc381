import { createRequire } from "node:module";
import fc from "fast-check";
import type Parser from "postal-mime";
import { expect, test } from "vitest";
import { randomRuns } from "@/lib/testing/random-runs";
import { parseMime } from "./mime-parser";
import { Base64Decoder, LinesDecoder } from "./part-decoders";

/** The parser as it comes: of its two builds we change only the other one. */
const { default: AsItComes } = createRequire(import.meta.url)("postal-mime") as { default: typeof Parser };

const bytesOf = async (decoder: Base64Decoder | LinesDecoder, pieces: Buffer[]) => {
  for (const piece of pieces) decoder.update(piece);
  return Buffer.from(await decoder.finalize()).toString("latin1");
};

test.each([
  ["letters", "QUJDRA==", "ABCD"],
  ["lines", "QUJD\r\nREVG\r\n", "ABCDEF"],
  ["each line filled up", "QQ==\r\nQg==\r\nQw==\r\n", "ABC"],
  ["a group that is cut off", "QUJDR", "ABC"],
  ["a group of two and of three", "QUI", "AB"],
  ["what is no letter", "QU JD\t!RE*VG\u00e9", "ABCDEF"],
  ["letters of the other alphabet", "QU-JD_", "ABC"],
  ["nothing", "\r\n\r\n", ""],
])("base64: %s", async (_what, source, meant) => {
  expect(await bytesOf(new Base64Decoder(), [Buffer.from(source, "latin1")])).toBe(meant);
});

test("base64 that ends somewhere within a piece goes on in the next", async () => {
  expect(await bytesOf(new Base64Decoder(), [Buffer.from("QU\r\n"), Buffer.from("JD")])).toBe("ABC");
});

test.each([
  ["a\r\nb\r\n", "a\nb\n"],
  ["a\r\n\r\n--b", "a\n\n--b\n"],
  ["a\r\r\nb\rc\r", "a\nb\rc\n"],
  ["", "\n"],
])("lines %j", async (source, meant) => {
  expect(await bytesOf(new LinesDecoder(), [Buffer.from(source)])).toBe(meant);
});

test("whatever the lines of a body, it reads as the parser by itself reads it", async () => {
  const words = [
    "",
    "-",
    "--",
    "--x",
    "--x--",
    "--x \t",
    "--xy",
    "QUJD",
    "QQ==",
    "=41",
    "a = b",
    " ",
    "\r",
    "From me",
    "é",
  ];
  const heads = ["base64", "quoted-printable", "8bit"].flatMap((encoding) =>
    ["a/b", "text/plain"].map((type) => `--x\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n`),
  );
  const end = fc.constantFrom("\r\n", "\n", "\r\r\n", "");
  const line = fc.tuple(fc.constantFrom(...words, ...heads), end).map((both) => both.join(""));
  const body = fc.array(line, { maxLength: 30 }).map((lines) => lines.join(""));
  const head = fc.constantFrom(
    'multipart/mixed; boundary="x"',
    "text/plain\r\nContent-Transfer-Encoding: base64",
    "text/html",
  );
  await fc.assert(
    fc.asyncProperty(head, body, async (type, text) => {
      const source = Buffer.from(`Content-Type: ${type}\r\n\r\n${text}`);
      expect(await parseMime(source)).toEqual(await AsItComes.parse(source, { forceRfc822Attachments: true }));
    }),
    randomRuns(1_000),
  );
});
