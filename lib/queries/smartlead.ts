import { queryOptions } from "@tanstack/react-query";
import type { SmartleadView } from "@/lib/domain/smartlead-view";
import { fetchJson } from "./fetch-json";

const WHILE_SYNCING_MS = 2_000;
const LOOK_AGAIN_MS = 20_000;

const isBusy = ({ state, firstSync, campaigns }: SmartleadView): boolean =>
  state === "new" || (firstSync.finishedAt === null && campaigns.some(({ isChosen }) => isChosen));

/** The workspace's accounts at Smartlead; asked for often while one is being read for the first time. */
export const smartleadQuery = () =>
  queryOptions({
    queryKey: ["smartlead"] as const,
    queryFn: ({ signal }) => fetchJson<SmartleadView[]>("/api/smartlead", signal),
    refetchInterval: ({ state }) => (state.data?.some(isBusy) ? WHILE_SYNCING_MS : LOOK_AGAIN_MS),
  });
