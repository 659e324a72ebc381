import { expect, test } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { savedLater, type Opened } from "./saved-draft";

const opened = (bodyHtml: string, second: number | null): Opened => ({
  draftId: "mine",
  content: { bodyHtml } as DraftContent,
  savedAt: second === null ? null : `2026-11-18T09:51:0${second}.000Z`,
  isRestored: false,
});

test("what was put aside is taken as the server has it, once that was saved later", () => {
  const aside = opened("Hello", null);
  const saved = opened("Hello", 2);

  expect(savedLater(aside, saved)).toBe(saved);
  expect(savedLater(opened("Hello", 1), saved)).toBe(saved);
});

test("what was put aside stays where the server has nothing later", () => {
  const aside = opened("Hello there", 2);

  expect(savedLater(aside, opened("Hello", 2))).toBe(aside);
  expect(savedLater(aside, null)).toBe(aside);
  expect(savedLater(null, aside)).toBe(aside);
  expect(savedLater(null, null)).toBeNull();
});
