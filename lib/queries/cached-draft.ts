import type { QueryClient } from "@tanstack/react-query";
import type { OpenThread } from "@/lib/domain/thread-view";
import { threadKeys } from "./threads";

/**
 * Puts into a thread that was read what the server has of the reader's draft now, so that coming back shows it.
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
  if (queries.isFetching({ queryKey, exact: true }) > 0)
    void queries.invalidateQueries({ queryKey, exact: true, refetchType: "all" });
}
