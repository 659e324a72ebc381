import { expect, test } from "vitest";
import { uniqueNames } from "./unique-names";

test("a name that comes again gets a number before its extension, whatever a file system takes for the same", () => {
  expect(
    uniqueNames(["offer.pdf", "Offer.PDF", "offer.pdf", "offer (2).pdf", "cafe\u0301.txt", "caf\u00e9.txt", "a", "a"]),
  ).toEqual([
    "offer.pdf",
    "Offer (2).PDF",
    "offer (3).pdf",
    "offer (2) (2).pdf",
    "café.txt",
    "café (2).txt",
    "a",
    "a (2)",
  ]);
});

test.each([
  ["../../etc/passwd", "_.._etc_passwd"],
  ["C:\\Windows\\a.txt", "C__Windows_a.txt"],
  [".bashrc", "bashrc"],
  ["con.txt", "_con.txt"],
  ["LPT1", "_LPT1"],
  ["report\u202efdp.exe", "report_fdp.exe"],
  ["", "file"],
  ["...", "file"],
  ["x".repeat(400), "x".repeat(200)],
])("%j leaves its folder on no system", (name, safe) => {
  expect(uniqueNames([name])).toEqual([safe]);
});
