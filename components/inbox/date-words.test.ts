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

test("in German they are written the German way, on the same clock", () => {
  const german = dateWords("Europe/Istanbul", "de-DE", new Date("2026-11-19T09:52:00Z"));
  expect(german.short("2026-11-19T06:42:00Z")).toBe("09:42");
  expect(german.short("2026-11-16T05:30:00Z")).toBe("Mo 08:30");
  expect(german.short("2025-11-03T05:30:00Z")).toBe("3. Nov. 2025");
  expect(german.precise("2026-03-03T05:30:00Z")).toBe("3. März, 08:30");
  expect(german.heading("2026-11-03T05:30:00Z")).toBe("Di 3. Nov.");
  expect(german.weekday("2026-11-30")).toBe("Mo 30. Nov.");
  expect(german.exact("2026-11-19T06:42:10Z")).toBe("Donnerstag, 19. November 2026, 09:42:10 (Europe/Istanbul)");
});
