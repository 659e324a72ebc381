import { useEffect, useEffectEvent } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";

type ListKeys = {
  rows: ThreadRow[];
  openId: number | null;
  stopId: number | null;
  goTo: (id: number) => void;
  onOpen: (id: number, options?: { replace?: boolean }) => void;
  onDone: (row: ThreadRow) => void;
};

const BUSY = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="listbox"]';

/**
 * j and k move (with a thread open they also open), arrows move inside the list, e is done, / searches. Enter is the link's own.
 * In fields and menus keys type.
 */
export function useListKeys(keys: ListKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target)) return;
    const act = actionOf(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function actionOf(event: KeyboardEvent, keys: ListKeys): (() => void) | null {
  const { rows, openId, stopId, onDone } = keys;
  const isInList = event.target instanceof Element && event.target.closest("[data-thread]") !== null;
  const { key } = event;
  if (key === "/") return () => document.querySelector<HTMLElement>("[data-search]")?.focus();
  if (key === "j" || (key === "ArrowDown" && isInList)) return () => step(keys, 1, key === "j");
  if (key === "k" || (key === "ArrowUp" && isInList)) return () => step(keys, -1, key === "k");
  if (key === "Home" && isInList) return () => rows[0] && keys.goTo(rows[0].id);
  if (key === "End" && isInList) return () => rows.at(-1) && keys.goTo(rows.at(-1)!.id);
  if (key !== "e") return null;
  const row = rows.find(({ id }) => id === (isInList ? stopId : (openId ?? stopId)));
  return row ? () => onDone(row) : null;
}

function step({ rows, openId, stopId, goTo, onOpen }: ListKeys, by: 1 | -1, opens: boolean): void {
  const isFirstStep = openId === null && document.activeElement?.closest("[data-thread]") === null;
  const from = rows.findIndex(({ id }) => id === (opens ? (openId ?? stopId) : stopId));
  const next = rows[isFirstStep && by === 1 ? Math.max(from, 0) : Math.min(Math.max(from + by, 0), rows.length - 1)];
  if (!next) return;
  goTo(next.id);
  if (opens && openId !== null) onOpen(next.id, { replace: true });
}

const isBusy = (target: EventTarget | null): boolean => target instanceof Element && target.closest(BUSY) !== null;
