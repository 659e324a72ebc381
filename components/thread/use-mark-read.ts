import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { markRead } from "@/lib/actions/threads";
import type { ThreadPage, ThreadView } from "@/lib/domain/thread-view";
import { threadKeys } from "@/lib/queries/threads";

/** Marks an open thread as read while somebody can see it, also what arrives later. The lists show it at once. */
export function useMarkRead({ id, unreadCount }: Pick<ThreadView, "id" | "unreadCount">): void {
  const queries = useQueryClient();
  const read = useEffectEvent(async () => {
    if (unreadCount === 0 || document.visibilityState !== "visible") return;
    queries.setQueriesData<InfiniteData<ThreadPage>>(
      { queryKey: threadKeys.lists },
      (list) => list && withRead(list, id),
    );
    // Reading goes on whatever becomes of this; the next opening tries again.
    const answer = await markRead({ threadId: id }).catch(() => null);
    if (answer?.ok) await queries.invalidateQueries({ queryKey: threadKeys.counts });
  });
  useEffect(() => {
    void read();
    const onVisible = () => void read();
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [id, unreadCount]);
}

const withRead = (list: InfiniteData<ThreadPage>, threadId: number): InfiniteData<ThreadPage> => ({
  ...list,
  pages: list.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => (row.id === threadId ? { ...row, unreadCount: 0 } : row)),
  })),
});
