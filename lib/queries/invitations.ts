import { queryOptions } from "@tanstack/react-query";
import type { Meanwhile } from "@/lib/domain/invitation-answer";
import { meanwhilePath } from "@/lib/url/mail-paths";
import { fetchJson } from "./fetch-json";

/** What else the viewer has accepted for the time of a meeting that they are invited to. */
export const meanwhileQuery = (messageId: string) =>
  queryOptions({
    queryKey: ["invitations", "meanwhile", messageId] as const,
    queryFn: ({ signal }) => fetchJson<Meanwhile[]>(meanwhilePath(messageId), signal),
    staleTime: 60_000,
  });
