import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { triage } from "@/lib/actions/threads";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { threadKeys } from "@/lib/queries/threads";

/**
 * Marks threads as done, or brings them back, at once and with Undo. The rows leave the lists that they no longer belong to
 * before the server has answered; when it refuses they come back.
 */
export function useDone() {
  const t = useTranslations("inbox.done");
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ["threads"] });
  const change = async (threadIds: number[], isDone: boolean): Promise<number[] | null> => {
    await queries.cancelQueries({ queryKey: threadKeys.lists });
    for (const [key, data] of queries.getQueriesData<InfiniteData<ThreadPage>>({ queryKey: threadKeys.lists }))
      if (data && leavesList(key, isDone)) queries.setQueryData(key, without(data, threadIds));
    const answer = await triage({ threadIds, change: { kind: "done", on: isDone } }).catch(() => null);
    await refresh();
    if (answer?.ok) return answer.data.changed.map(({ threadId }) => threadId);
    toast(t("failed"), { tone: "bad" });
    return null;
  };
  const setDone = async (threadIds: number[], isDone: boolean): Promise<void> => {
    const changed = await change(threadIds, isDone);
    if (!changed || changed.length === 0) return;
    const title = isDone
      ? changed.length === 1
        ? t("one")
        : t("many", { count: changed.length })
      : t("undone", { count: changed.length });
    toast(title, {
      tone: "good",
      action: { label: t("undo"), onPress: () => void change(changed, !isDone) },
    });
  };
  return setDone;
}

/** Whether threads that were (un)done leave the list of this key. */
function leavesList(key: readonly unknown[], isDone: boolean): boolean {
  const { view = "inbox", q } = (key.at(-1) ?? {}) as { view?: string; q?: string };
  if (q) return false;
  return isDone ? view !== "done" && view !== "all" : view === "done";
}

const without = (data: InfiniteData<ThreadPage>, threadIds: number[]): InfiniteData<ThreadPage> => ({
  ...data,
  pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter(({ id }) => !threadIds.includes(id)) })),
});
