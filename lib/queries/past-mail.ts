import { queryOptions } from "@tanstack/react-query";
import type { PastMailOrder } from "@/lib/domain/past-mail-order";
import { fetchJson } from "./fetch-json";

const WHILE_READING_MS = 3_000;
/** What broke off is tried again by itself. */
const AFTER_FAILURE_MS = 30_000;

/** How orders of past mail stand, asked again while one is being read. */
export const pastMailQuery = () =>
  queryOptions({
    queryKey: ["imports", "past-mail"] as const,
    queryFn: ({ signal }) => fetchJson<PastMailOrder[]>("/api/imports/past-mail", signal),
    refetchInterval: ({ state }) => {
      const outcomes = state.data?.map(({ outcome }) => outcome) ?? [];
      if (outcomes.includes("ordered")) return WHILE_READING_MS;
      return outcomes.includes("failed") ? AFTER_FAILURE_MS : false;
    },
  });
