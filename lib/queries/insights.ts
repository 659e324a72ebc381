import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { InsightBlock, Insights, InsightThreads, ListedBlock } from "@/lib/domain/insights/insight-blocks";
import type { InsightFilters } from "@/lib/services/insights/schemas";
import { insightApiPath, insightTeamsApiPath, insightThreadsApiPath } from "@/lib/url/insight-paths";
import { fetchJson } from "./fetch-json";

/** Figures change with every message: they are read anew when somebody comes back to them, not while they are looked at. */
const STALE_MS = 60_000;

export const insightQuery = <Block extends InsightBlock>(block: Block, filters: InsightFilters) =>
  queryOptions({
    queryKey: ["insights", block, filters] as const,
    queryFn: ({ signal }) => fetchJson<Insights[Block]>(insightApiPath({ ...filters, block }), signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
  });

/** The threads behind a figure, page by page. */
export const insightThreadsQuery = (block: ListedBlock, key: string, filters: InsightFilters) =>
  infiniteQueryOptions({
    queryKey: ["insights", "threads", block, key, filters] as const,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<InsightThreads>(
        insightThreadsApiPath({ ...filters, block, key, ...(pageParam ? { cursor: pageParam } : {}) }),
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: STALE_MS,
  });

/** The teams that figures can be narrowed to. */
export const insightTeamsQuery = () =>
  queryOptions({
    queryKey: ["insights", "teams"] as const,
    queryFn: ({ signal }) => fetchJson<{ id: string; name: string }[]>(insightTeamsApiPath, signal),
    staleTime: 5 * STALE_MS,
  });
