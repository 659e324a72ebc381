import { expect, test, vi } from "vitest";
import { onDraftNews, tellDraft } from "./draft-news";
import type { SavedDraft } from "./saved-draft";

const saved = (draftId: string) => ({ draftId, savedAt: "2026-11-18T09:50:00.000Z" }) as SavedDraft;

test("a tab hears of its own threads' drafts from other tabs, and nothing of what it says itself", async () => {
  const heard: string[] = [];
  const stop = onDraftNews(7, "eva", ({ draftId }) => heard.push(draftId));
  vi.resetModules();
  const otherTab = await import("./draft-news");

  tellDraft({ threadId: 7, authorId: "eva", saved: saved("own") });
  otherTab.tellDraft({ threadId: 8, authorId: "eva", saved: saved("of another thread") });
  otherTab.tellDraft({ threadId: 7, authorId: "ben", saved: saved("of somebody else") });
  otherTab.tellDraft({ threadId: 7, authorId: "eva", saved: saved("news") });

  await expect.poll(() => heard.at(-1)).toBe("news");
  expect(heard).toEqual(["news"]);
  stop();
});
