"use client";

import { useTranslations } from "next-intl";
import type { ThreadRow as Row } from "@/lib/domain/thread-view";
import { QueryFailure } from "@/lib/queries/fetch-json";
import { FilterChips, FilterMenu } from "./filter-menu";
import { EmptyList, FailedList, ListSkeleton } from "./list-states";
import { SearchField } from "./search-field";
import type { ThreadListModel } from "./use-thread-list";
import { VirtualRows } from "./virtual-rows";

type ThreadListProps = {
  list: ThreadListModel;
  openId: number | null;
  onOpen: (id: number, options?: { replace?: boolean }) => void;
  onDone: (row: Row) => void;
};

/** The list's pane: its name, search and filters, and its rows or why there are none. */
export function ThreadList({ list, openId, onOpen, onDone }: ThreadListProps) {
  const t = useTranslations("inbox");
  const { address, query, rows, unread } = list;
  return (
    <>
      <header className="flex h-bar shrink-0 items-center gap-2 pr-2 pl-3">
        <h1 className="text-15 font-strong tracking-tight">{t(`view.${address.view}`)}</h1>
        {unread === null ? null : (
          <span className="text-12 text-text-3 tabular-nums">
            {t("list.unread", { count: unread, shown: unread >= 1000 ? "999+" : String(unread) })}
          </span>
        )}
        <span className="flex-1" />
        <FilterMenu address={address} narrow={list.narrow} />
      </header>
      <SearchField
        q={address.q}
        onSearch={list.search}
        onLeave={() => document.querySelector<HTMLElement>("[data-thread][tabindex='0']")?.focus()}
      />
      <FilterChips address={address} narrow={list.narrow} />
      <div className="flex min-h-0 flex-1 flex-col border-t border-line" aria-busy={query.isFetching || undefined}>
        {query.isPending ? (
          <ListSkeleton />
        ) : query.isError && rows.length === 0 ? (
          <FailedList
            code={query.error instanceof QueryFailure ? query.error.code : "unavailable"}
            onAgain={() => void query.refetch()}
          />
        ) : rows.length === 0 ? (
          <EmptyList
            view={address.view}
            q={address.q}
            isFiltered={list.isFiltered}
            onEverywhere={list.searchEverywhere}
            onClearFilters={list.clearFilters}
          />
        ) : (
          <VirtualRows
            // Another list begins at its top.
            key={list.key}
            rows={rows}
            openId={openId}
            hasMore={query.hasNextPage}
            isReadingMore={query.isFetchingNextPage}
            search={list.locationSearch}
            onMore={() => void query.fetchNextPage()}
            onOpen={onOpen}
            onDone={onDone}
          />
        )}
      </div>
    </>
  );
}
