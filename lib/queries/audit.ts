import { infiniteQueryOptions } from "@tanstack/react-query";
import type { EventPage, ExportEventsInput } from "@/lib/services/audit/schemas";
import { fetchJson } from "./fetch-json";

/** The log, page by page, as it is when it is asked for. */
export const auditQuery = (wanted: ExportEventsInput) =>
  infiniteQueryOptions({
    queryKey: ["audit", wanted] as const,
    queryFn: ({ pageParam, signal }) => fetchJson<EventPage>(`/api/audit?${auditParams(wanted, pageParam)}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });

/** What narrows the log, as the parameters of an address. */
export function auditParams(wanted: ExportEventsInput, cursor: string | null = null): URLSearchParams {
  const given = Object.entries({ ...wanted, cursor: cursor ?? undefined }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
}
