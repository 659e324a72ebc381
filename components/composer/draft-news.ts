import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { cacheDraft } from "@/lib/queries/cached-draft";
import type { SavedDraft } from "./saved-draft";

type News = { threadId: number; authorId: string; saved: SavedDraft };

const NAME = "threadwell-drafts";

/** Tells the other tabs of this browser what was just saved, so that those in which nobody writes show it. */
export function tellDraft(news: News): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(news);
  channel.close();
}

/** Takes over what another tab has saved of a thread's draft. */
export function useDraftNews(threadId: number, authorId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(NAME);
    channel.addEventListener("message", ({ data }: MessageEvent<News>) => {
      if (data.threadId === threadId && data.authorId === authorId) cacheDraft(queries, threadId, data.saved);
    });
    return () => channel.close();
  }, [queries, threadId, authorId]);
}
