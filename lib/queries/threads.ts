import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ListFilters } from "@/lib/domain/list-filters";
import type { ThreadCounts } from "@/lib/domain/thread-counts";
import type { OpenThread, ThreadIds, ThreadPage } from "@/lib/domain/thread-view";
import type { ThreadFilters } from "@/lib/services/threads/schemas";
import { fetchJson } from "./fetch-json";

/** Everything that a change of threads may have touched, by what it is about. */
export const threadKeys = {
  lists: ["threads", "list"] as const,
  counts: ["threads", "counts"] as const,
  filters: ["threads", "filters"] as const,
  handed: ["threads", "handed"] as const,
  reminders: ["threads", "reminders"] as const,
  threads: ["threads", "one"] as const,
  thread: (threadId: number) => ["threads", "one", threadId] as const,
};

/** A list, page by page. Its rows stay on screen while another search is being read. */
export const threadsQuery = (filters: ThreadFilters) =>
  infiniteQueryOptions({
    queryKey: [...threadKeys.lists, filters] as const,
    queryFn: ({ pageParam, signal }) => fetchJson<ThreadPage>(`/api/threads?${listParams(filters, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (previous, query) => (isSameList(query?.queryKey, filters) ? previous : undefined),
  });

export const threadQuery = (threadId: number) =>
  queryOptions({
    queryKey: threadKeys.thread(threadId),
    queryFn: ({ signal }) => fetchJson<OpenThread>(`/api/threads/${threadId}`, signal),
  });

export const countsQuery = () =>
  queryOptions({
    queryKey: threadKeys.counts,
    queryFn: ({ signal }) => fetchJson<ThreadCounts>("/api/threads/counts", signal),
  });

export const filtersQuery = () =>
  queryOptions({
    queryKey: threadKeys.filters,
    queryFn: ({ signal }) => fetchJson<ListFilters>("/api/threads/filters", signal),
    staleTime: 5 * 60_000,
  });

/** The rows among `ids` that belong to the list as it is now. */
export const fetchRows = (filters: ThreadFilters, ids: number[], signal: AbortSignal): Promise<ThreadPage> =>
  fetchJson<ThreadPage>(`/api/threads?${listParams(filters, null)}&ids=${ids.join(",")}`, signal);

/** The numbers of all threads of a list. */
export const fetchThreadIds = (filters: ThreadFilters, signal: AbortSignal): Promise<ThreadIds> =>
  fetchJson<ThreadIds>(`/api/threads/ids?${listParams(filters, null)}`, signal);

/** Whether a list differs from another in what is searched for alone. */
function isSameList(key: readonly unknown[] | undefined, { q: _searched, ...list }: ThreadFilters): boolean {
  const { q: _before, ...other } = (key?.at(-1) ?? {}) as ThreadFilters;
  return JSON.stringify(other) === JSON.stringify(list);
}

function listParams(filters: ThreadFilters, cursor: string | null): URLSearchParams {
  const given = Object.entries({ ...filters, cursor }).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}
