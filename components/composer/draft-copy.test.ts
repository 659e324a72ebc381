import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { DraftContent } from "@/lib/domain/draft";
import { keepDraftCopy, moveDraftCopy, presentThread, readDraftCopy } from "./draft-copy";

const stored = new Map<string, string>();
beforeEach(() => {
  stored.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  });
});
afterEach(() => void vi.unstubAllGlobals());

const copyOf = (bodyHtml: string, keptAt: string) => ({
  draftId: "d",
  content: { to: [], bodyHtml, attachments: [] } as unknown as DraftContent,
  keptAt,
  basedOn: null,
  underway: null,
});
const bodyAt = (threadId: number) => readDraftCopy(threadId, "eva")?.content.bodyHtml;

test("a copy goes along when its thread is merged, and what is kept under the former number lies there too", () => {
  keepDraftCopy(11, "eva", copyOf("typed", "2026-01-01"));

  moveDraftCopy(11, 10, "eva");
  moveDraftCopy(11, 10, "eva");
  expect([bodyAt(10), presentThread(11), stored.size]).toEqual(["typed", 10, 1]);

  keepDraftCopy(11, "eva", copyOf("typed on", "2026-01-02"));
  expect([bodyAt(10), stored.size]).toEqual(["typed on", 1]);

  moveDraftCopy(10, 9, "eva");
  expect([bodyAt(9), bodyAt(11), stored.size]).toEqual(["typed on", "typed on", 1]);
});

test("where both threads have one, the older words stand below the newer ones", () => {
  keepDraftCopy(21, "eva", copyOf("newer", "2026-01-02"));
  keepDraftCopy(20, "eva", copyOf("older", "2026-01-01"));

  moveDraftCopy(21, 20, "eva");

  expect([bodyAt(20), stored.size]).toEqual(["newerolder", 1]);
});
