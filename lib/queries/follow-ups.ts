import { queryOptions } from "@tanstack/react-query";
import type { FollowUpsView } from "@/lib/domain/follow-up";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** The follow-ups of a thread: those that are open, else the last ones; null where there were none. They are read again with their thread. */
export const followUpsQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "follow-ups"] as const,
    queryFn: ({ signal }) => fetchJson<FollowUpsView | null>(`/api/threads/${threadId}/follow-ups`, signal),
  });
