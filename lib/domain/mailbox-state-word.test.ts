import { expect, test } from "vitest";
import { isUnproven } from "./mailbox-state-word";

const refused = {
  engine: "smtp" as const,
  state: "failing" as const,
  stateReason: "auth",
  stateDetail: null,
  signIn: "password" as const,
  isAuthorised: true,
  lastSyncedAt: null,
};

test("a password is unproven while its mailbox was never read, and not where it worked once", () => {
  expect(isUnproven(refused)).toBe(true);
  expect(isUnproven({ ...refused, lastSyncedAt: "2026-11-28T09:00:00.000Z" })).toBe(false);
});

test("what does not fail by a password, or not yet, is none of it", () => {
  expect(isUnproven({ ...refused, stateReason: "network" })).toBe(false);
  expect(isUnproven({ ...refused, state: "new", stateReason: null })).toBe(false);
  expect(isUnproven({ ...refused, signIn: "google" })).toBe(false);
});
