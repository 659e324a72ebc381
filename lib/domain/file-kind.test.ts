import { expect, test } from "vitest";
import { fileKindOf } from "./file-kind";

test.each([
  ["a.pdf", "application/pdf", "pdf"],
  ["A.PDF", "application/octet-stream", "pdf"],
  ["scan", "image/png", "image"],
  ["scan.JPG", "application/octet-stream", "image"],
  ["pdf-notes.txt", "text/plain", null],
  ["image", "application/zip", null],
])("%s of type %s is %s", (fileName, contentType, kind) => {
  expect(fileKindOf({ fileName, contentType })).toBe(kind);
});
