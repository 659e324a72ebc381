import { expect, test } from "vitest";
import { DEFAULT_PREFERENCES } from "@/lib/domain/preferences";
import { isToldOf } from "./notify-arrival";

const jonas = { id: "jonas", role: "sdr" as const, preferences: { ...DEFAULT_PREFERENCES, notify: true } };
const own = { assignee: { id: "jonas", name: "Jonas" } };
const others = { assignee: { id: "ruth", name: "Ruth" } };

test("one is told of answers in one's own threads and in nobody's", () => {
  expect(isToldOf(jonas, own)).toBe(true);
  expect(isToldOf(jonas, { assignee: null })).toBe(true);
  expect(isToldOf(jonas, others)).toBe(false);
});

test("a manager is told of all", () => {
  expect(isToldOf({ ...jonas, role: "manager" }, others)).toBe(true);
});

test("who has not asked for it is told of nothing", () => {
  expect(isToldOf({ ...jonas, preferences: DEFAULT_PREFERENCES }, own)).toBe(false);
});
