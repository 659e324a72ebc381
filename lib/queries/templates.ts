import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { PreviewLead, TemplatesForThread } from "@/lib/domain/template-view";
import { fetchJson } from "./fetch-json";
import { threadKeys } from "./threads";

/** The templates that can be put into a reply of a thread, and what fills their variables there. */
export const templatesQuery = (threadId: number) =>
  queryOptions({
    queryKey: [...threadKeys.thread(threadId), "templates"] as const,
    queryFn: ({ signal }) => fetchJson<TemplatesForThread>(`/api/threads/${threadId}/templates`, signal),
    staleTime: 30_000,
  });

/** Leads to look at a template with: those that begin with what was typed, else the newest. */
export const previewLeadsQuery = (typed: string) =>
  queryOptions({
    queryKey: ["template-leads", typed.trim().toLowerCase()] as const,
    queryFn: async ({ signal }) => {
      const params = new URLSearchParams({ q: typed.trim() });
      return (await fetchJson<{ leads: PreviewLead[] }>(`/api/templates/leads?${params}`, signal)).leads;
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
