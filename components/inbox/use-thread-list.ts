import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { threadsQuery } from "@/lib/queries/threads";
import { listFiltersOf, writeListAddress } from "@/lib/url/list-address";
import { useDebounced } from "./use-debounced";
import { useListAddress } from "./use-list-address";
import { useOpenRow } from "./use-open-row";

export type ThreadListModel = ReturnType<typeof useThreadList>;

/** The list that the address names: its rows as far as they were read, also that of the open thread, and how to change it. */
export function useThreadList(openId: number | null) {
  const { address, ...change } = useListAddress();
  const asked = { ...address, q: useDebounced(address.q, 150) };
  const filters = listFiltersOf(asked);
  const query = useInfiniteQuery(threadsQuery(filters));
  const pages = query.data?.pages;
  const shown = useShown(
    { key: JSON.stringify(filters), q: asked.q, locationSearch: writeListAddress(asked) },
    query.isPlaceholderData,
  );
  const found = useMemo(() => uniqueRows(pages ?? []), [pages]);
  const rows = useOpenRow(shown.key, found, openId);
  return {
    ...change,
    address,
    /** What is shown; a search that is being typed follows a moment later. */
    filters,
    query,
    rows,
    ...shown,
  };
}

type Shown = {
  key: string;
  /** What was searched for. */
  q: string;
  /** The address's parameters. */
  locationSearch: string;
};

/** What the rows on screen belong to: as long as another search is being read, still the one before, so that nothing is drawn for it. */
function useShown(now: Shown, isFormer: boolean): Shown {
  const [shown, setShown] = useState(now);
  if (!isFormer && shown.key !== now.key) setShown(now);
  return isFormer ? shown : now;
}

/** A thread that moved up between two pages was read twice; its newer row counts. */
function uniqueRows<Row extends { id: number }>(pages: { rows: Row[] }[]): Row[] {
  const seen = new Set<number>();
  return pages.flatMap(({ rows }) => rows).filter(({ id }) => !seen.has(id) && seen.add(id));
}
