import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Locale } from "@/lib/domain/locale";
import type { ReplyText, Schedule, TeamLoad, UnplannedPage } from "@/lib/domain/schedule-item";
import { replyTextApiPath, scheduleApiPath, teamLoadApiPath, unplannedApiPath } from "@/lib/url/schedule-paths";
import { fetchJson } from "./fetch-json";

/** A span of the calendar: instants (ISO 8601 in UTC), the end left out; holidays are named in the language. */
export type ScheduleSpan = { from: string; to: string; locale?: Locale; mailboxId?: string; memberId?: string };

/** All of the calendar stands under threads, so that what reads all of them again reads it, too. */
export const scheduleKeys = {
  all: ["threads", "schedule"] as const,
  spans: ["threads", "schedule", "span"] as const,
  unplanned: ["threads", "schedule", "unplanned"] as const,
  team: ["threads", "schedule", "team"] as const,
};

/** What stands on the calendar in a span. The span before stays on screen while the next is read. */
export const scheduleQuery = (span: ScheduleSpan) =>
  queryOptions({
    queryKey: [...scheduleKeys.spans, span] as const,
    queryFn: ({ signal }) => fetchJson<Schedule>(scheduleApiPath(span), signal),
    placeholderData: keepPreviousData,
  });

/** Leads who want something and for whom nothing is planned, page by page. */
export const unplannedQuery = () =>
  infiniteQueryOptions({
    queryKey: scheduleKeys.unplanned,
    queryFn: ({ pageParam, signal }) => fetchJson<UnplannedPage>(unplannedApiPath(pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Everybody's load, for managers. */
export const teamLoadQuery = (span: Pick<ScheduleSpan, "from" | "to">) =>
  queryOptions({
    queryKey: [...scheduleKeys.team, span] as const,
    queryFn: ({ signal }) => fetchJson<TeamLoad>(teamLoadApiPath(span), signal),
    placeholderData: keepPreviousData,
  });

/** A waiting reply's text, read anew each time that somebody writes on it. */
export const replyTextQuery = (replyId: string) =>
  queryOptions({
    queryKey: ["replies", replyId, "text"] as const,
    queryFn: ({ signal }) => fetchJson<ReplyText>(replyTextApiPath(replyId), signal),
    staleTime: 0,
    gcTime: 0,
  });
