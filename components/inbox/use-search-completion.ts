import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type Completable, completionsOf, type SearchNames } from "@/lib/domain/search-completion";
import type { RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { fetchJson } from "@/lib/queries/fetch-json";
import { filtersQuery } from "@/lib/queries/threads";
import { useDebounced } from "./use-debounced";
import { useViewer } from "./viewer";

/** What can be completed at the caret, from what the workspace has. People are asked for as they are typed. */
export function useSearchCompletion(completable: Completable | null): string[] {
  const { viewer } = useViewer();
  const { data } = useQuery(filtersQuery());
  const isPerson = completable?.operator === "from" || completable?.operator === "to";
  const people = usePeople(isPerson ? completable.begun : "");
  if (!completable) return [];
  const names: SearchNames = {
    mailbox: data?.mailboxes.map(({ address }) => address) ?? [],
    campaign: data?.campaigns.map(({ name }) => name) ?? [],
    category: data?.categories.map(({ name }) => name) ?? [],
    assignee: ["me", ...(data?.people ?? []).filter(({ id }) => id !== viewer.id).map(({ name }) => name)],
    people,
  };
  return completionsOf(completable, names);
}

function usePeople(begun: string): string[] {
  const q = useDebounced(begun, 120);
  const { data } = useQuery({
    queryKey: ["recipients", "search", q] as const,
    queryFn: ({ signal }) =>
      fetchJson<{ suggestions: RecipientSuggestion[] }>(`/api/recipients?${new URLSearchParams({ q })}`, signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    // What does not come in time is typed by hand.
    retry: false,
  });
  return q === "" ? [] : (data?.suggestions.map(({ address }) => address) ?? []);
}
