import { queryOptions } from "@tanstack/react-query";
import type { MailboxHealth, MailboxTrouble } from "@/lib/domain/mailbox-health";
import { fetchJson } from "./fetch-json";

/** A reading that finds nothing is told to nobody: whoever looks at the list asks for it. */
const LOOK_AGAIN_MS = 20_000;

/** How all mailboxes stand. What begins with "mailboxes" is read again whenever one changes. */
export const mailboxHealthQuery = () =>
  queryOptions({
    queryKey: ["mailboxes", "health"] as const,
    queryFn: ({ signal }) => fetchJson<MailboxHealth[]>("/api/mailboxes", signal),
    refetchInterval: LOOK_AGAIN_MS,
  });

/** The mailboxes that have stopped, and whom to ask. */
export const stoppedMailboxesQuery = () =>
  queryOptions({
    queryKey: ["mailboxes", "stopped"] as const,
    queryFn: ({ signal }) => fetchJson<MailboxTrouble>("/api/mailboxes/stopped", signal),
    staleTime: 5 * 60_000,
  });
