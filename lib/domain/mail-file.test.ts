import { expect, test } from "vitest";
import { cutMailFile } from "./mail-file";

const KB = 1024;
const LIMITS = { piece: 16 * KB, message: 25 * KB };
const letter = (name: string, body: string, end = "\n") =>
  `From ana@lead.test Tue Nov 17 16:20:00 2026${end}Subject: ${name}${end}${end}${body}${end}${end}`;

async function cut(...parts: BlobPart[]) {
  const found = await cutMailFile(new Blob(parts), LIMITS);
  return found && { ...found, pieces: await Promise.all(found.pieces.map((piece) => piece.text())) };
}

test("one message is one piece, and what is no mail is none", async () => {
  expect(await cut("Return-Path: <a@b.test>\r\nSubject: Hi\r\n\r\nHi")).toMatchObject({ messages: 1, tooLarge: 0 });
  expect(await cut("\ufeffSubject: Hi\n\nHi")).toMatchObject({ messages: 1 });
  for (const other of ["", "%PDF-1.7\n", "name,address\nAna,ana@lead.test\n", "<html>", "Dear all,\n"])
    expect(await cut(other)).toBe(null);
});

test.each(["\n", "\r\n"])("a small mbox is one piece, its messages counted as they are split", async (end) => {
  const whole = letter("one", `From Berlin with love${end}From 9:15 on in 2026`, end) + letter("two", "Hi", end);
  expect(await cut(whole)).toEqual({ pieces: [whole], messages: 2, tooLarge: 0 });
});

test("a large mbox is cut between messages, and all of it is there once", async () => {
  const letters = Array.from({ length: 9 }, (_, n) => letter(`${n}`, `é${String(n).repeat(5 * KB)}`));
  const found = (await cut(...letters))!;

  expect(found.messages).toBe(9);
  expect(found.pieces.length).toBe(3);
  expect(found.pieces.join("") === letters.join("")).toBe(true);
  for (const piece of found.pieces) expect(piece.startsWith("From ana@lead.test ")).toBe(true);
});

test("a message that is too large for any piece is left out, and told", async () => {
  const [first, large, last] = [letter("one", "Hi"), letter("two", "x".repeat(40 * KB)), letter("three", "Ho")];

  expect(await cut(first, large, last)).toEqual({ pieces: [first, last], messages: 2, tooLarge: 1 });
  expect(await cut(first, letter("two", "x".repeat(20 * KB)), last)).toMatchObject({ messages: 3, tooLarge: 0 });
  expect(await cut("Subject: Hi\n\n", "x".repeat(26 * KB))).toEqual({ pieces: [], messages: 0, tooLarge: 1 });
});
