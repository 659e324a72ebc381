import { queryOptions } from "@tanstack/react-query";
import type { OtherThread, ThreadTimeline } from "@/lib/domain/thread-timeline";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** What happened in a thread; read again whenever the thread is. */
export const timelineQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "timeline"] as const,
    queryFn: ({ signal }) => fetchJson<ThreadTimeline>(`/api/threads/${threadId}/timeline`, signal),
  });

/** Other threads with the lead or the company. */
export const otherThreadsQuery = (threadId: number) =>
  queryOptions({
    queryKey: ["threads", "others", threadId] as const,
    queryFn: ({ signal }) => fetchJson<OtherThread[]>(`/api/threads/${threadId}/others`, signal),
    staleTime: 5 * 60_000,
  });
