import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";
import { threadQuery } from "@/lib/queries/threads";
import { LatePane } from "./late-pane";

const INTENT_MS = 80;

export type Warm = (id: number | null, isPressed?: boolean) => void;

/**
 * Reads threads before they are opened: the one that the pointer or the focus rests on, and those beside the open one once
 * nothing else is to be done. @returns what a row calls when it is entered or pressed (`isPressed`: the click comes only when the
 * finger lets go), and null when it is left
 */
export function useWarmThread(rows: ThreadRow[], openId: number | null): Warm {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const warm = (id: number) => {
    void queries.prefetchQuery(threadQuery(id));
    LatePane.load();
  };
  const warmBeside = useEffectEvent(() => {
    const place = rows.findIndex(({ id }) => id === openId);
    if (place < 0) return;
    for (const row of [rows[place + 1], rows[place - 1]]) if (row) warm(row.id);
  });
  useEffect(() => {
    if (openId === null) return;
    const idle = setTimeout(warmBeside, 300);
    return () => clearTimeout(idle);
  }, [openId]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (id, isPressed = false) => {
    clearTimeout(timer.current);
    if (id !== null && isPressed) warm(id);
    else if (id !== null) timer.current = setTimeout(() => warm(id), INTENT_MS);
  };
}
