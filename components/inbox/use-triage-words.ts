import { useFormatter, useTranslations } from "next-intl";
import { useQueryClient } from "@tanstack/react-query";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { ThreadChange } from "@/lib/domain/thread-change";
import { filtersQuery } from "@/lib/queries/threads";
import type { TriageSummary, UndoSummary } from "./triage-summary";
import { useBackWords } from "./use-back-words";
import { useViewer } from "./viewer";

type Said = { title: string; description: string };

const REASONS = ["unreachable", "unauthenticated", "forbidden", "not_found", "unavailable"] as const;

/** Says what a change of threads, or its undo, has done: how many, how many not, and why not. */
export function useTriageWords() {
  const t = useTranslations("inbox.triage");
  const format = useFormatter();
  const queries = useQueryClient();
  const { viewer } = useViewer();
  const back = useBackWords();

  const whole = (change: ThreadChange, count: number): string => {
    const { categories = [], team = [] } = queries.getQueryData<ListFilters>(filtersQuery().queryKey) ?? {};
    if (change.kind === "category") {
      const name = categories.find(({ id }) => id === change.categoryId)?.name;
      return name ? t("category.set", { count, name }) : t("category.none", { count });
    }
    if (change.kind === "assignee") {
      if (change.assigneeId === viewer.id) return t("assignee.me", { count });
      const name = team.find(({ id }) => id === change.assigneeId)?.name;
      return name ? t("assignee.set", { count, name }) : t("assignee.none", { count });
    }
    if (change.kind === "snooze" || change.kind === "reminder") return back.changed(change, count);
    return t(`${change.kind}.${change.on ? "on" : "off"}`, { count });
  };
  const why = (code: string | null) => t(`failed.${REASONS.find((known) => known === code) ?? "other"}`);

  return {
    /** @param answeredBy the lead of the only thread, who has answered in it meanwhile */
    changed: (change: ThreadChange, summary: TriageSummary, code: string | null, answeredBy: string | null): Said => {
      if (answeredBy !== null)
        return { title: t("answeredBy", { name: answeredBy }), description: t("answeredByText") };
      const { changed, already, missing, answered, taken, failed } = summary;
      const left = already + missing + answered + taken + failed;
      const takers = taken > 0 ? t("taken", { count: taken, names: format.list(summary.takers) }) : "";
      if (taken > 0 && taken === left && changed === 0) return { title: takers, description: t("takenText") };
      const reasons = [
        takers,
        answered > 0 ? t("answered", { count: answered }) : "",
        already > 0 ? t("already", { count: already }) : "",
        missing > 0 ? t("missing", { count: missing }) : "",
        failed > 0 ? why(code) : "",
      ];
      return {
        title:
          left === 0
            ? whole(change, changed)
            : changed === 0
              ? t("nothing", { count: left })
              : t("partly", { changed, left }),
        description: reasons.filter(Boolean).join(" "),
      };
    },
    undone: ({ restored, left, names, missing, failed }: UndoSummary, code: string | null): Said => {
      const reasons = [missing > 0 ? t("missing", { count: missing }) : "", failed > 0 ? why(code) : ""];
      const who = names.map((name) => (name === viewer.name ? t("you") : name));
      const by =
        who.length > 0 ? t("leftBy", { count: left, names: format.list(who) }) : t("leftByMail", { count: left });
      const title =
        left > 0
          ? restored > 0
            ? t("restoredAnd", { count: restored, left: by })
            : by
          : t("restored", { count: restored });
      return {
        title: restored === 0 && left === 0 ? t("notUndone", { count: missing + failed }) : title,
        description: reasons.filter(Boolean).join(" "),
      };
    },
  };
}
