import { expect, test } from "vitest";
import { remindAfter } from "./along";

test("days are counted by the sender's clock, over a change of it too", () => {
  const leaves = new Date("2026-10-23T07:30:00Z");
  expect(remindAfter(3, leaves, "Europe/Berlin")).toBe("2026-10-26T08:30:00.000Z");
  expect(remindAfter(1, leaves, "Asia/Tokyo")).toBe("2026-10-24T07:30:00.000Z");
});
