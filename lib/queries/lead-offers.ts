import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { LeadOffer } from "@/lib/domain/lead-offer";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** Leads that a stranger's thread may belong to: those that fit, or those that begin with what was typed. */
export const leadOffersQuery = (threadId: number, typed = "") =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "leads", typed.trim().toLowerCase()] as const,
    queryFn: async ({ signal }) => {
      const params = typed.trim() ? `?${new URLSearchParams({ q: typed.trim() })}` : "";
      return (await fetchJson<{ leads: LeadOffer[] }>(`/api/threads/${threadId}/leads${params}`, signal)).leads;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
