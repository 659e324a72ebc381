import { useEffect, useRef } from "react";
import type { ThreadListModel } from "./use-thread-list";

/**
 * Leads from the search to the threads that it found: not before they are there, else a second Enter would open one of those
 * that stood there before. Who types on in the meantime stays.
 */
export function useLeaveSearch({ address, filters, query, search }: ThreadListModel): () => void {
  const leavesWith = useRef<string | null>(null);
  const q = address.q.trim();
  const isThere = !query.isFetching && (filters.q ?? "") === q;
  const goWhenThere = () => {
    if (leavesWith.current !== null && leavesWith.current !== q) leavesWith.current = null;
    if (leavesWith.current === null || !isThere) return;
    leavesWith.current = null;
    document.querySelector<HTMLElement>("[data-thread][tabindex='0']")?.focus();
  };
  useEffect(goWhenThere);
  return () => {
    leavesWith.current = q;
    // What is opened from here stands in an address with the search in it.
    search(address.q, { isTyped: false });
    goWhenThere();
  };
}
