"use client";

import { useHydrated } from "@/components/ui/use-hydrated";
import { QueryFailure } from "@/lib/queries/fetch-json";
import { EmptyList } from "./empty-list";
import { FilterChips } from "./filter-chips";
import { LateBulkBar } from "./late-bulk-bar";
import { ListHead } from "./list-head";
import { FailedList, ListSkeleton } from "./list-states";
import { PhoneChips } from "./phone-chips";
import { SearchField } from "./search-field";
import { SearchMarks } from "./search-marks";
import { SearchResults } from "./search-results";
import { useChooseAll } from "./use-choose-all";
import { useLeaveSearch } from "./use-leave-search";
import { useListName } from "./use-list-name";
import type { SelectionModel } from "./use-selection";
import type { ThreadListModel } from "./use-thread-list";
import { VirtualRows, type VirtualRowsProps } from "./virtual-rows";

/** The list's pane: its name or what is chosen, search and filters, and its rows or why there are none. */
export function ThreadList({ list, selection, openId, onOpen }: VirtualRowsProps) {
  const { address, query, rows } = list;
  // The server does not know that the browser begins by reading again what has changed since.
  const isHydrated = useHydrated();
  const leaveSearch = useLeaveSearch(list);
  return (
    <>
      <Head list={list} selection={selection} />
      <SearchField q={address.q} onSearch={list.search} onLeave={leaveSearch} />
      <SearchResults list={list} />
      <FilterChips list={list} />
      <div
        className="flex min-h-0 flex-1 flex-col border-t border-line"
        aria-busy={(isHydrated && query.isFetching) || undefined}
      >
        {query.isPending ? (
          <ListSkeleton />
        ) : query.isError && rows.length === 0 ? (
          <FailedList
            code={query.error instanceof QueryFailure ? query.error.code : "unavailable"}
            onAgain={() => void query.refetch()}
            onClearFilters={list.clearFilters}
          />
        ) : rows.length === 0 ? (
          <EmptyList list={list} />
        ) : (
          <SearchMarks q={list.q}>
            {/* Another list begins at its top. */}
            <VirtualRows key={list.key} list={list} selection={selection} openId={openId} onOpen={onOpen} />
          </SearchMarks>
        )}
      </div>
    </>
  );
}

/** On a phone the bar of what is chosen has two lines, where head and chips have theirs. */
function Head({ list, selection }: { list: ThreadListModel; selection: SelectionModel }) {
  const chooseAll = useChooseAll(list, selection);
  const { total } = useListName(list.address);
  const { rows, query } = list;
  const head = (
    <>
      <ListHead list={list} />
      <PhoneChips list={list} />
    </>
  );
  if (selection.count > 0)
    return (
      <LateBulkBar
        meanwhile={head}
        selection={selection}
        total={query.hasNextPage ? total : rows.length}
        isAll={!query.hasNextPage && rows.every(({ id }) => selection.ids.has(id))}
        onChooseAll={chooseAll}
      />
    );
  return head;
}
