import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useMay } from "@/components/inbox/use-may";
import { afterPaint } from "@/components/ui/after-paint";
import { markRead } from "@/lib/actions/threads";
import type { ThreadPage, ThreadView } from "@/lib/domain/thread-view";
import { threadKeys } from "@/lib/queries/threads";

/**
 * Marks what is shown of an open thread as read while somebody can see it. What arrives below what is being read waits until it was
 * scrolled to. What was marked as unread again stays so: somebody meant it. The lists show it at once.
 * @param waiting the messages that arrived out of sight
 */
export function useMarkRead({ id, messages }: Pick<ThreadView, "id" | "messages">, waiting: Waiting): void {
  const mayTriage = useMay("thread.triage");
  const queries = useQueryClient();
  const [readBefore] = useState(() => new Set(messages.flatMap((each) => (each.isUnread ? [] : [each.id]))));
  const done = useRef(readBefore);
  const unreadIds = messages.flatMap((each) => (each.isUnread ? [each.id] : [])).join();

  const read = useEffectEvent(async () => {
    const unread = messages.filter((each) => each.isUnread && !done.current.has(each.id)).map((each) => each.id);
    if (!mayTriage || unread.length === 0 || document.visibilityState !== "visible") return;
    if (unread.some((messageId) => waiting.ids.current.has(messageId))) return;
    for (const messageId of unread) done.current.add(messageId);
    queries.setQueriesData<InfiniteData<ThreadPage>>(
      { queryKey: threadKeys.lists },
      (list) => list && withRead(list, id, unread.length),
    );
    // Reading goes on whatever becomes of this; the next opening tries again.
    await painted();
    const answer = await markRead({ threadId: id, messageIds: unread }).catch(() => null);
    if (answer?.ok) await queries.invalidateQueries({ queryKey: threadKeys.counts });
  });
  useEffect(() => {
    void read();
    const onVisible = () => void read();
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [id, unreadIds, waiting.count]);
}

const painted = () => new Promise<void>((resolve) => afterPaint(resolve));

/** `ids` holds before anything is drawn of it, `count` draws. */
type Waiting = { ids: RefObject<ReadonlySet<string>>; count: number };

const withRead = (list: InfiniteData<ThreadPage>, threadId: number, count: number): InfiniteData<ThreadPage> => ({
  ...list,
  pages: list.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) =>
      row.id === threadId ? { ...row, unreadCount: Math.max(row.unreadCount - count, 0) } : row,
    ),
  })),
});
