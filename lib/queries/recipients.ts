import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { fetchJson } from "./fetch-json";

/** Who may be meant by what is typed. The former answer stays on screen until the next is there. */
export const recipientsQuery = (typed: string, threadId: number) =>
  queryOptions({
    queryKey: ["recipients", threadId, typed.trim().toLowerCase()] as const,
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({ q: typed.trim(), threadId: String(threadId) });
      return (await fetchJson<{ suggestions: RecipientSuggestion[] }>(`/api/recipients?${params}`, signal)).suggestions;
    },
    enabled: typed.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // What does not come in time is typed by hand.
    retry: false,
  });
