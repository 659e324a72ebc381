import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { ReviewComment, ReviewQueue, ReviewView } from "@/lib/domain/review-view";
import type { ReviewTab } from "@/lib/url/review-address";
import { fetchJson } from "./fetch-json";

export const reviewKeys = { all: ["reviews"] as const };

/** A queue with the figures of all; the one before stays while the next is read. */
export const reviewsQuery = (tab: ReviewTab) =>
  queryOptions({
    queryKey: [...reviewKeys.all, "queue", tab] as const,
    queryFn: ({ signal }) => fetchJson<ReviewQueue>(`/api/reviews?tab=${tab}`, signal),
    placeholderData: keepPreviousData,
  });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: [...reviewKeys.all, "one", id] as const,
    queryFn: ({ signal }) => fetchJson<ReviewView>(`/api/reviews/${id}`, signal),
  });

export type Returned = { id: string; by: string; note: string; comments: ReviewComment[] };

/** What was returned to the viewer in a thread. */
export const returnedQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...reviewKeys.all, "returned", threadId] as const,
    queryFn: ({ signal }) => fetchJson<Returned | null>(`/api/threads/${threadId}/review`, signal),
  });

/** Whom the viewer can ask about a reply of a thread. */
export const reviewersQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...reviewKeys.all, "reviewers", threadId] as const,
    queryFn: ({ signal }) => fetchJson<{ id: string; name: string }[]>(`/api/threads/${threadId}/reviewers`, signal),
  });
