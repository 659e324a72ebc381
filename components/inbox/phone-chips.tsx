import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { cn } from "@/components/ui/cn";
import { type ListView, roleMayView } from "@/lib/domain/list-view";
import { countsQuery, filtersQuery } from "@/lib/queries/threads";
import { categoryPath, viewPath } from "@/lib/url/paths";
import type { ThreadListModel } from "./use-thread-list";
import { useViewer } from "./viewer";

type Way = { key: string; href: string; label: string; count: number; isCurrent: boolean; go: () => void };

/** The nearest lists in one line, on a phone: all that waits, mine, nobody's, and the categories that have something. */
export function PhoneChips({ list }: { list: ThreadListModel }) {
  const t = useTranslations("inbox.chips");
  const format = useFormatter();
  const ways = useWays(list);
  const follow = (event: MouseEvent, go: () => void) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go();
  };
  return (
    <ul
      aria-label={t("label")}
      className="flex shrink-0 [scrollbar-width:none] gap-2 overflow-x-auto px-4 pb-2 md:hidden"
    >
      {ways.map(({ key, href, label, count, isCurrent, go }) => (
        <li key={key} className="shrink-0">
          <a
            href={href}
            aria-current={isCurrent ? "page" : undefined}
            onClick={(event) => follow(event, go)}
            className={cn(
              "flex h-8 items-center gap-1 rounded-2 bg-sunken px-3 text-13 font-medium whitespace-nowrap touch:h-control-touch",
              "aria-[current]:bg-text aria-[current]:text-surface",
            )}
          >
            {label}
            {count > 0 ? <span className="tabular-nums">{format.number(count)}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

const VIEWS = ["inbox", "mine", "unassigned", "important"] as const satisfies ListView[];

function useWays({ address, isFiltered, showView, showCategory }: ThreadListModel): Way[] {
  const t = useTranslations("inbox");
  const { role } = useViewer().viewer;
  const { data: counts } = useQuery(countsQuery());
  const { data: filters } = useQuery(filtersQuery());
  const views = VIEWS.filter((view) => roleMayView(role, view)).map((view) => ({
    key: view,
    href: viewPath(view),
    label: view === "inbox" ? t("chips.all") : t(`view.${view}`),
    count: counts?.views[view] ?? 0,
    isCurrent: address.view === view && !isFiltered,
    go: () => showView(view),
  }));
  const categories = (filters?.categories ?? []).map(({ id, name }) => ({
    key: id,
    href: categoryPath(id),
    label: name,
    count: counts?.categories[id] ?? 0,
    isCurrent: address.view === "open" && address.category === id,
    go: () => showCategory(id),
  }));
  return [...views, ...categories.filter(({ count, isCurrent }) => count > 0 || isCurrent)];
}
