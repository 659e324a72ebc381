import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { threadsQuery } from "@/lib/queries/threads";
import { listFiltersOf } from "@/lib/url/list-address";
import { useDebounced } from "./use-debounced";
import { useListAddress } from "./use-list-address";

export type ThreadListModel = ReturnType<typeof useThreadList>;

/** The list that the address names: its rows as far as they were read, and how to change it. */
export function useThreadList() {
  const { address, ...change } = useListAddress();
  const filters = listFiltersOf({ ...address, q: useDebounced(address.q, 150) });
  const query = useInfiniteQuery(threadsQuery(filters));
  const pages = query.data?.pages;
  const rows = useMemo(() => uniqueRows(pages ?? []), [pages]);
  const params = useSearchParams().toString();
  return {
    ...change,
    address,
    /** What is shown; a search that is being typed follows a moment later. */
    filters,
    query,
    rows,
    key: JSON.stringify(filters),
    locationSearch: params ? `?${params}` : "",
  };
}

/** A thread that moved up between two pages was read twice; its newer row counts. */
function uniqueRows<Row extends { id: number }>(pages: { rows: Row[] }[]): Row[] {
  const seen = new Set<number>();
  return pages.flatMap(({ rows }) => rows).filter(({ id }) => !seen.has(id) && seen.add(id));
}
