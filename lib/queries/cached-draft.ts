import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { snippetOfHtml } from "@/lib/domain/snippet-of-html";
import type { OpenThread, ThreadPage, ThreadRow } from "@/lib/domain/thread-view";
import { threadKeys } from "./threads";

/**
 * Puts into a thread that was read what the server has of the reader's draft now, so that coming back shows it, and its words into
 * the lists that have the thread.
 * A reading under way may have begun before, and begins again.
 * @param draft null: it was sent or thrown away
 */
export function cacheDraft(queries: QueryClient, threadId: number, draft: OpenThread["draft"]): void {
  const queryKey = threadKeys.thread(threadId);
  queries.setQueryData<OpenThread>(queryKey, (open) => {
    if (!open) return open;
    // Who handed it over is not said anew with each save.
    const handed = draft && open.draft?.draftId === draft.draftId ? open.draft.handed : undefined;
    return { ...open, draft: draft && handed ? { handed, ...draft } : draft };
  });
  for (const [key, list] of queries.getQueriesData<InfiniteData<ThreadPage>>({ queryKey: threadKeys.lists })) {
    const pages = list?.pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => withDraft(row, threadId, draft)),
    }));
    const isNews = pages?.some(({ rows }, at) => rows.some((row, index) => row !== list?.pages[at]?.rows[index]));
    if (list && pages && isNews) queries.setQueryData(key, { ...list, pages });
  }
  if (queries.isFetching({ queryKey, exact: true }) > 0)
    void queries.invalidateQueries({ queryKey, exact: true, refetchType: "all" });
}

/** @returns the same row where nothing of it changes */
function withDraft(row: ThreadRow, threadId: number, draft: OpenThread["draft"]): ThreadRow {
  if (row.id !== threadId) return row;
  const snippet = draft && snippetOfHtml(draft.content.bodyHtml);
  if ((row.draft?.snippet ?? null) === snippet) return row;
  return { ...row, draft: snippet === null ? null : { ...row.draft, snippet } };
}
