import { expect, test } from "vitest";
import { awayUntil } from "./absence";

const CHRISTMAS = { firstDay: "2026-12-24", lastDay: "2026-12-26" };

test("an absence begins and ends by the member's own clock", () => {
  const evening = new Date("2026-12-23T13:00:00Z");
  expect(awayUntil([CHRISTMAS], "Pacific/Auckland", evening)).toBe("2026-12-26");
  expect(awayUntil([CHRISTMAS], "Europe/Berlin", evening)).toBeNull();
  const after = new Date("2026-12-27T06:00:00Z");
  expect(awayUntil([CHRISTMAS], "America/Los_Angeles", after)).toBe("2026-12-26");
  expect(awayUntil([CHRISTMAS], "Europe/Berlin", after)).toBeNull();
});

test("absences that follow each other are one", () => {
  const newYear = { firstDay: "2026-12-27", lastDay: "2027-01-01" };
  expect(awayUntil([newYear, CHRISTMAS], "UTC", new Date("2026-12-25T12:00:00Z"))).toBe("2027-01-01");
  const later = { firstDay: "2026-12-28", lastDay: "2027-01-01" };
  expect(awayUntil([later, CHRISTMAS], "UTC", new Date("2026-12-25T12:00:00Z"))).toBe("2026-12-26");
  expect(awayUntil([], "UTC", new Date())).toBeNull();
});
