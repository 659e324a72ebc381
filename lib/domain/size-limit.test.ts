import { expect, test } from "vitest";
import { fileBytesWithin, sizeLimitIn, USUAL_BYTES } from "./size-limit";

test("files are a quarter and some lines smaller than the message that they travel in", () => {
  const limit = 10 * 1024 * 1024;
  const bytes = fileBytesWithin(limit);
  expect(Math.ceil(bytes / 57) * 78).toBeLessThan(limit);
  expect(bytes).toBeGreaterThan(limit * 0.68);
});

test("25 MB hold where the server takes more or does not say, and nothing fits into a server for short notes", () => {
  expect(fileBytesWithin(null)).toBe(USUAL_BYTES);
  expect(fileBytesWithin(150 * 1024 * 1024)).toBe(USUAL_BYTES);
  expect(fileBytesWithin(1000)).toBe(0);
});

test("the limit stands in the answer to EHLO", () => {
  expect(sizeLimitIn("250-mx.acme.test\n250-SIZE 35882577\n250 8BITMIME")).toBe(35882577);
  expect(sizeLimitIn("250-mx.acme.test\r\n250 SIZE 10240000\r\n")).toBe(10240000);
  expect(sizeLimitIn("250-SIZE\n250 HELP")).toBeNull();
  expect(sizeLimitIn("250-SIZE 0")).toBeNull();
});
