import { expect, test } from "vitest";
import { stepStanding } from "./step-standing";

const NOW = new Date("2026-11-18T09:00:00Z");
const LATER = "2026-11-19T09:00:00Z";

test.each([
  ["scheduled", null, null, "planned"],
  ["queued", null, LATER, "delayed"],
  ["queued", "cap", LATER, "delayed"],
  ["queued", "sync_stale", null, "trouble"],
  ["scheduled", "late", null, "trouble"],
  ["failed", null, null, "trouble"],
  ["unknown", null, null, "trouble"],
  ["cancelled", null, null, "dropped"],
  ["sent", null, null, "sent"],
] as const)("a step that is %s, held for %s, put off to %s is %s", (status, heldReason, nextAttemptAt, standing) => {
  expect(stepStanding({ status, heldReason, nextAttemptAt }, NOW)).toBe(standing);
});
