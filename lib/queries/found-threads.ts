import { queryOptions } from "@tanstack/react-query";
import type { ThreadPage } from "@/lib/domain/thread-view";
import { fetchJson } from "./fetch-json";

/** The newest few threads with these words, wherever they lie. */
export const foundThreadsQuery = (q: string) =>
  queryOptions({
    queryKey: ["threads", "found", q] as const,
    queryFn: ({ signal }) =>
      fetchJson<ThreadPage>(`/api/threads?${new URLSearchParams({ q, view: "all", limit: "5" })}`, signal),
    placeholderData: (before) => (q ? before : undefined),
  });
