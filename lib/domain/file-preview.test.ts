import { expect, test } from "vitest";
import { previewKindOf } from "./file-preview";

test.each([
  ["a.png", "image/png", "picture"],
  ["a.svg", "image/svg+xml", "text"],
  ["a.png", "image/svg+xml", "text"],
  ["a.pdf", "application/pdf", "pdf"],
  ["a.pdf", "application/octet-stream", "pdf"],
  ["a.pdf", "text/html", "text"],
  ["a.html", "text/html", "text"],
  ["a.js", "application/javascript", "text"],
  ["a.html", "application/octet-stream", "text"],
  ["a.csv", "application/vnd.ms-excel", "table"],
  ["a.ics", "application/octet-stream", "calendar"],
  ["a", "text/calendar; method=REQUEST", "calendar"],
  ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "none"],
  ["a.exe", "application/octet-stream", "none"],
  ["a.heic", "image/heic", "none"],
])("%s as %s is shown as %s", (fileName, contentType, kind) => {
  expect(previewKindOf({ fileName, contentType })).toBe(kind);
});
