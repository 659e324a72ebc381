import { queryOptions } from "@tanstack/react-query";
import type { ServerGuess } from "@/lib/services/mailboxes/schemas";
import { serverGuessPath } from "@/lib/url/paths";
import { fetchJson } from "./fetch-json";

/** What can be known of a mailbox's servers from its address. */
export const serverGuessQuery = (address: string) =>
  queryOptions({
    queryKey: ["server-guess", address],
    queryFn: ({ signal }) => fetchJson<ServerGuess>(serverGuessPath(address), signal),
    staleTime: 5 * 60_000,
    retry: false,
  });
