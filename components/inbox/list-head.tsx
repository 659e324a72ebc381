"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownWideNarrow, ListFilter } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { late } from "@/components/ui/late";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { canSortByWaiting } from "@/lib/domain/list-view";
import { countsQuery } from "@/lib/queries/threads";
import type { ThreadListModel } from "./use-thread-list";
import { useMay } from "./use-may";
import { useListName } from "./use-list-name";

const FilterPanel = late(() => import("./filter-panel").then((file) => file.FilterPanel));
const SortMenu = late(() => import("./sort-menu").then((file) => file.SortMenu));

/** The list's name and figure, and how to narrow and order it. What opens is loaded when a hand comes near. */
export function ListHead({ list }: { list: ThreadListModel }) {
  const t = useTranslations("inbox");
  const { address } = list;
  const { name } = useListName(address);
  const [opened, setOpened] = useState<{ kind: "filter" | "sort"; anchor: HTMLElement } | null>(null);
  const close = () => setOpened(null);
  return (
    <header className="flex h-bar shrink-0 items-center gap-2 pr-2 pl-3 max-md:h-14 max-md:pl-4">
      <h1 className="truncate text-15 font-strong tracking-tight max-md:text-20" title={name}>
        {name}
      </h1>
      <Figure list={list} />
      <span className="flex-1" />
      {/* What opens sits on its button, so that Tab goes on from there. */}
      <IconButton
        label={t("filter.label")}
        aria-haspopup="dialog"
        aria-expanded={opened?.kind === "filter"}
        aria-pressed={list.isFiltered}
        onPointerEnter={FilterPanel.load}
        onFocus={FilterPanel.load}
        data-filter-button
        onClick={({ currentTarget }) =>
          setOpened((now) => (now?.kind === "filter" ? null : { kind: "filter", anchor: currentTarget }))
        }
      >
        <ListFilter aria-hidden />
      </IconButton>
      {canSortByWaiting(address.view, Boolean(address.q.trim())) ? (
        <IconButton
          label={t("sort.label")}
          aria-haspopup="menu"
          aria-expanded={opened?.kind === "sort"}
          aria-pressed={address.sort === "waiting"}
          onPointerEnter={SortMenu.load}
          onFocus={SortMenu.load}
          onClick={({ currentTarget }) => setOpened({ kind: "sort", anchor: currentTarget })}
        >
          <ArrowDownWideNarrow aria-hidden />
        </IconButton>
      ) : null}
      {opened?.kind === "filter" ? <FilterPanel list={list} anchor={opened.anchor} onClose={close} /> : null}
      {opened?.kind === "sort" ? (
        <SortMenu
          sort={address.sort}
          anchor={opened.anchor}
          onChange={(sort) => list.narrow({ sort })}
          onClose={close}
        />
      ) : null}
    </header>
  );
}

function Figure({ list: { address, isFiltered } }: { list: ThreadListModel }) {
  const t = useTranslations("inbox.list");
  const format = useFormatter();
  const isTeam = useMay("plan.read");
  const { data: counts } = useQuery(countsQuery());
  const { total } = useListName(address);
  const isInbox = address.view === "inbox" && !isFiltered && !address.q;
  const words =
    isInbox && counts && isTeam
      ? t("unread", { count: counts.views.unread, shown: format.number(counts.views.unread) })
      : total === null
        ? null
        : t("threads", { count: total });
  if (!words) return null;
  // The name of the list is read first.
  return <span className="min-w-0 shrink-[99999] truncate text-12 text-text-3 tabular-nums">{words}</span>;
}
