import { queryOptions } from "@tanstack/react-query";
import type { Leaving } from "@/lib/services/mailboxes/schemas";
import { leavingPath } from "@/lib/url/paths";
import { fetchJson } from "./fetch-json";

/** What hangs on a mailbox, read anew each time that somebody thinks of letting it go. */
export const leavingQuery = (mailboxId: string) =>
  queryOptions({
    queryKey: ["mailbox-leaving", mailboxId],
    queryFn: ({ signal }) => fetchJson<Leaving>(leavingPath(mailboxId), signal),
    staleTime: 0,
    gcTime: 0,
  });
