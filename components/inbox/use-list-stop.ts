import { useState } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { neighbourOf } from "./neighbour";

/**
 * The one row of the list that Tab reaches: where one was last, else the open thread; when another thread opens, its row. When that
 * row leaves, the one below it takes its place, so that going on begins where it was.
 */
export function useListStop(rows: ThreadRow[], openId: number | null) {
  const [stopId, setStopId] = useState<number | null>(null);
  const [before, setBefore] = useState(rows);
  const [lastOpenId, setLastOpenId] = useState(openId);
  if (lastOpenId !== openId) {
    setLastOpenId(openId);
    if (openId !== null) setStopId(openId);
  }
  const at = stopId ?? openId;
  if (before !== rows) {
    setBefore(rows);
    const isThere = new Set(rows.map(({ id }) => id));
    if (at !== null && !isThere.has(at)) {
      const order = before.map(({ id }) => id);
      const next = neighbourOf(order, at, (id) => isThere.has(id));
      if (next !== null) setStopId(next);
    }
  }
  const stop = rows.find(({ id }) => id === at)?.id ?? rows[0]?.id ?? null;
  return { stop, setStop: setStopId };
}
