import { beforeEach, expect, test, vi } from "vitest";
import { requestWriting } from "@/components/composer/reply-requests";
import { writeTo } from "./write-to";

vi.mock("@/components/composer/reply-requests", () => ({ requestWriting: vi.fn<typeof requestWriting>(() => true) }));

beforeEach(() => void vi.mocked(requestWriting).mockClear());

test.each([
  ["mailto:jane.doe%2Bsales@lead.test", "jane.doe+sales@lead.test"],
  ["MAILTO:Jane%20Doe%20%3Cjane@lead.test%3E", "jane@lead.test"],
  ["mailto:%22jane@lead.test%22%20%3Ceva@other.test%3E", "eva@other.test"],
])("%s is written to by its address alone", (href, address) => {
  expect(writeTo(7, href)).toBe(true);
  expect(requestWriting).toHaveBeenCalledExactlyOnceWith({ threadId: 7, address });
});

test.each([
  "mailto:jane@lead.test,eva@other.test",
  "mailto:jane@lead.test%2C%20eva@other.test",
  "mailto:jane@lead.test%0Aeva@other.test",
  "mailto:jane@lead.test?subject=Hi",
  "mailto:%E0%A4%A",
  "mailto:jane",
  "https://lead.test/jane@lead.test",
])("%s is left to the browser", (href) => {
  expect(writeTo(7, href)).toBe(false);
  expect(requestWriting).not.toHaveBeenCalled();
});
