import { queryOptions } from "@tanstack/react-query";
import type { PresentThread } from "@/lib/domain/presence";
import type { TellPresenceInput } from "@/lib/services/presence/schemas";
import { fetchJson } from "./fetch-json";

const PATH = "/api/presence";
export const presenceKeys = { all: ["presence"] as const };

/** Who else has which thread open. It is read again when the server says that this changed. */
export const presenceQuery = () =>
  queryOptions({
    queryKey: presenceKeys.all,
    queryFn: ({ signal }) => fetchJson<PresentThread[]>(PATH, signal),
    staleTime: 30_000,
  });

/** Says what this window does in a thread. A word that is lost is said again with the next beat; one of leaving outlives its page. */
export function sendPresence(said: TellPresenceInput): void {
  if (!navigator.onLine) return;
  const body = JSON.stringify(said);
  if (said.state === null && navigator.sendBeacon(PATH, new Blob([body], { type: "application/json" }))) return;
  const headers = { "content-type": "application/json" };
  void fetch(PATH, { method: "POST", body, headers, keepalive: true }).catch(() => undefined);
}
