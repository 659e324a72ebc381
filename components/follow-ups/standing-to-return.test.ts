import { expect, test } from "vitest";
import { standingToReturn } from "./standing-to-return";

const step = (dueAt: string, status: "scheduled" | "sent" = "scheduled") => ({ dueAt, status });

test("the next step that has not left tells whether the plan waits for the lead's return", () => {
  const sent = step("2026-11-20T09:00:00Z", "sent");

  expect(standingToReturn([sent, step("2026-12-14T08:00:00Z")], "2026-12-14", "UTC")).toBe("behind");
  expect(standingToReturn([sent, step("2026-12-02T09:00:00Z")], "2026-12-14", "UTC")).toBe("before");
  expect(standingToReturn([step("2026-12-13T23:30:00Z")], "2026-12-14", "Europe/Berlin")).toBe("behind");
  expect(standingToReturn([sent], "2026-12-14", "UTC")).toBeNull();
});
