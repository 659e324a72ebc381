import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { threadQuery } from "@/lib/queries/threads";
import { LatePane } from "./late-pane";

/** A list that is scrolled through or only passed by asks for nothing. */
const STILL_MS = 300;
/** What fits a large screen. */
const MOST = 12;

/**
 * Reads the threads whose rows are `inView` before anybody opens one: one after the other, from the top, while the page has nothing
 * else to do. Not where the reader's connection is to be spared.
 */
export function useReadAhead(inView: ThreadRow[]): void {
  const queries = useQueryClient();
  const ids = inView
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(",");
  useEffect(() => {
    if (ids === "" || isToBeSpared()) return;
    const leaving = new AbortController();
    const still = setTimeout(() => void readAll(queries, ids.split(",").map(Number), leaving.signal), STILL_MS);
    return () => {
      clearTimeout(still);
      leaving.abort();
    };
  }, [ids, queries]);
}

async function readAll(queries: QueryClient, ids: number[], signal: AbortSignal): Promise<void> {
  LatePane.load();
  for (const id of ids) {
    await idle();
    if (signal.aborted) return;
    await queries.prefetchQuery(threadQuery(id));
    // Without a connection the others do not come either.
    if (queries.getQueryState(threadQuery(id).queryKey)?.status === "error") return;
  }
}

const idle = (): Promise<unknown> =>
  "requestIdleCallback" in window
    ? new Promise((resolve) => requestIdleCallback(resolve))
    : new Promise((resolve) => setTimeout(resolve, 1));

/** Network Information API, which some browsers have: https://wicg.github.io/netinfo/#savedata-attribute */
const isToBeSpared = (): boolean =>
  (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData === true;
