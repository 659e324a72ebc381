import { beforeAll, expect, test } from "vitest";
import { isSameOriginWrite } from "./same-origin";

beforeAll(() => {
  process.env.AUTH_SECRET ??= "a-secret-for-tests-only";
  process.env.ENCRYPTION_KEY ??= "a-key-for-tests-only-0123456789";
});
const write = (headers: Record<string, string>, method = "POST") =>
  isSameOriginWrite({ method, headers: new Headers({ host: "localhost:3000", ...headers }) });

test("a write from a page of this origin is let through", () => {
  expect(write({ "sec-fetch-site": "same-origin", origin: "http://localhost:3000" })).toBe(true);
  expect(write({ "sec-fetch-site": "same-origin" })).toBe(true);
  expect(write({ origin: "http://localhost:3000" })).toBe(true);
});

test.each([
  { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "none" },
  { "sec-fetch-site": "same-origin", origin: "http://evil.test" },
  { origin: "http://localhost:3001" },
  { origin: "null" },
  {},
])("a write from elsewhere, or from who knows where, is not: %o", (headers) => {
  expect(write(headers as Record<string, string>)).toBe(false);
});

test("reading needs no such word", () => {
  expect(write({ "sec-fetch-site": "cross-site" }, "GET")).toBe(true);
});
