import { expect, test } from "vitest";
import { dateOffsetOf } from "./date-offset";

test.each([
  ["Thu, 26 Nov 2026 10:15:00 +0100", 60],
  ["26 Nov 2026 10:15 -0330 (NST)", -210],
  ["Thu, 26 Nov 2026 10:15:00 +05:45", 345],
  ["Thu, 26 Nov 2026 10:15:00 +0000", 0],
  ["Thu, 26 Nov 2026 10:15:00 EST", -300],
])("a Date header says where its writer's clock stood: %s", (header, minutes) => {
  expect(dateOffsetOf(header)).toBe(minutes);
});

test.each([
  "Thu, 26 Nov 2026 10:15:00 -0000",
  "Thu, 26 Nov 2026 10:15:00 GMT",
  "Thu, 26 Nov 2026 10:15:00 Z",
  "Thu, 26 Nov 2026 10:15:00 +9900",
  "Thu, 26 Nov 2026 10:15:00 +0199",
  "Thu, 26 Nov 2026 10:15:00",
  "next Thursday +0100",
  "",
])("a header that does not say it gives nothing: %s", (header) => {
  expect(dateOffsetOf(header)).toBeNull();
});
