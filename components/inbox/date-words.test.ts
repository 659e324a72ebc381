import { expect, test } from "vitest";
import { dateWords } from "./date-words";

const words = dateWords("Europe/Istanbul", "en", new Date("2026-11-19T09:52:00Z"));

test("times are those of the viewer's zone, and never relative", () => {
  expect(words.short("2026-11-19T06:42:00Z")).toBe("09:42");
  expect(words.short("2026-11-16T05:30:00Z")).toBe("Mon 08:30");
  expect(words.short("2026-11-03T05:30:00Z")).toBe("3 Nov");
  expect(words.short("2025-11-03T05:30:00Z")).toBe("3 Nov 2025");
  expect(words.precise("2026-09-03T05:30:00Z")).toBe("3 Sep, 08:30");
  expect(words.exact("2026-11-19T06:42:10Z")).toBe("Thursday, 19 November 2026, 09:42:10 (Europe/Istanbul)");
});

test("a time ahead is written the same way", () => {
  expect(words.short("2026-11-23T06:10:00Z")).toBe("Mon 09:10");
});
