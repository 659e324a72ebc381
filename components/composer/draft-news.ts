import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { randomId } from "@/components/ui/random-id";
import { cacheDraft } from "@/lib/queries/cached-draft";
import type { SavedDraft } from "./saved-draft";

type News = { threadId: number; authorId: string; saved: SavedDraft };

const NAME = "threadwell-drafts";
/** A channel hears what another one of the same tab says, by when the draft may have been thrown away there. */
const HERE = randomId();

/** Tells the other tabs of this browser what was just saved, so that those in which nobody writes show it. */
export function tellDraft(news: News): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage({ ...news, from: HERE });
  channel.close();
}

/** Hears what other tabs have saved of a thread's draft. @returns how to stop */
export function onDraftNews(threadId: number, authorId: string, take: (saved: SavedDraft) => void): () => void {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener("message", ({ data }: MessageEvent<News & { from: string }>) => {
    if (data.from !== HERE && data.threadId === threadId && data.authorId === authorId) take(data.saved);
  });
  return () => channel.close();
}

/** Takes over what another tab has saved of a thread's draft. */
export function useDraftNews(threadId: number, authorId: string): void {
  const queries = useQueryClient();
  useEffect(
    () => onDraftNews(threadId, authorId, (saved) => cacheDraft(queries, threadId, saved)),
    [queries, threadId, authorId],
  );
}
