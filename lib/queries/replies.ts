import { queryOptions } from "@tanstack/react-query";
import type { Sender } from "@/lib/services/replies/outbox-schemas";
import { fetchJson } from "./fetch-json";

/** The other mailboxes that a reply could leave from, read when somebody asks for them. */
export const sendersQuery = (replyId: string) =>
  queryOptions({
    queryKey: ["replies", replyId, "senders"] as const,
    queryFn: ({ signal }) => fetchJson<Sender[]>(`/api/replies/${replyId}/senders`, signal),
    // Another mailbox may have been connected since.
    staleTime: 0,
  });
