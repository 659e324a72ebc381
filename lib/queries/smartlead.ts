import { queryOptions } from "@tanstack/react-query";
import type { SmartleadBrokenRow, SmartleadHealth } from "@/lib/domain/smartlead-health";
import type { SmartleadTeam } from "@/lib/domain/smartlead-team";
import { brokenRowsPath } from "@/lib/url/paths";
import { fetchJson } from "./fetch-json";

const WHILE_SYNCING_MS = 2_000;
const LOOK_AGAIN_MS = 20_000;

const isBusy = ({ state, firstSync, campaigns }: SmartleadHealth): boolean =>
  state === "new" || (firstSync.finishedAt === null && campaigns.some(({ isChosen }) => isChosen));

/** The workspace's accounts at Smartlead; asked for often while one is being read for the first time. */
export const smartleadQuery = () =>
  queryOptions({
    queryKey: ["smartlead"] as const,
    queryFn: ({ signal }) => fetchJson<SmartleadHealth[]>("/api/smartlead", signal),
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? WHILE_SYNCING_MS : LOOK_AGAIN_MS),
  });

/** What of an account could not be understood; read anew when there is more of it. */
export const brokenRowsQuery = (connectionId: string, count: number) =>
  queryOptions({
    queryKey: ["smartlead", connectionId, "broken-rows", count] as const,
    queryFn: ({ signal }) => fetchJson<SmartleadBrokenRow[]>(brokenRowsPath(connectionId), signal),
  });

/** Who is who at Smartlead. */
export const smartleadTeamQuery = () =>
  queryOptions({
    queryKey: ["smartlead", "team"] as const,
    queryFn: ({ signal }) => fetchJson<SmartleadTeam>("/api/smartlead/team", signal),
  });
