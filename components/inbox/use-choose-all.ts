import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { fetchThreadIds } from "@/lib/queries/threads";
import { useStable } from "./use-stable";
import type { SelectionModel } from "./use-selection";
import type { ThreadListModel } from "./use-thread-list";

/** Chooses every thread of the list, also those that were not read yet; as many as can be chosen at once. */
export function useChooseAll({ rows, query, filters }: ThreadListModel, selection: SelectionModel): () => void {
  const t = useTranslations("inbox.bulk");
  return useStable(() => {
    const loaded = rows.map(({ id }) => id);
    if (!query.hasNextPage) return selection.chooseAll(loaded, true);
    void fetchThreadIds(filters, new AbortController().signal).then(
      ({ ids, isAll, messageCounts }) => selection.chooseAll(ids, isAll, messageCounts),
      () => toast(t("allFailed"), { tone: "bad" }),
    );
  });
}
