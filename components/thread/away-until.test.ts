import { expect, test } from "vitest";
import { awayUntil } from "./away-until";

const note = { direction: "in" as const, isAutomatic: true, returnDate: "2026-12-01" };
const ours = { direction: "out" as const, isAutomatic: false, returnDate: null };
const theirs = { direction: "in" as const, isAutomatic: false, returnDate: null };

test("whoever wrote last is away until the day that the note names, and no longer", () => {
  expect(awayUntil([theirs, note, ours], "2026-11-26")).toBe("2026-12-01");
  expect(awayUntil([theirs, note, ours], "2026-12-01")).toBeNull();
  expect(awayUntil([note, theirs], "2026-11-26")).toBeNull();
  expect(awayUntil([], "2026-11-26")).toBeNull();
});
