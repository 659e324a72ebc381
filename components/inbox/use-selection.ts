import { useMay } from "./use-may";
import { useState } from "react";
import { chosen, extended, NOTHING_CHOSEN, type Selection, toggled, without } from "./selection";

export type SelectionModel = ReturnType<typeof useSelection>;

/** What is chosen in a list. It belongs to the list of `key` (its view and filters): another list begins with nothing. */
export function useSelection(key: string) {
  const [held, setHeld] = useState({ key, selection: NOTHING_CHOSEN, isCut: false });
  const isHere = held.key === key;
  const selection = isHere ? held.selection : NOTHING_CHOSEN;
  // Who may do nothing with threads chooses none.
  const isAllowed = useMay("thread.triage");
  const change = (next: (selection: Selection) => Selection, isCut = false) =>
    isAllowed && setHeld((now) => ({ key, selection: next(now.key === key ? now.selection : NOTHING_CHOSEN), isCut }));
  return {
    ids: selection.ids,
    count: selection.ids.size,
    /** More belong to the list than can be chosen at once. */
    isCut: isHere && held.isCut,
    toggle: (id: number) => change((now) => toggled(now, id)),
    extend: (order: number[], id: number, from?: number) => change((now) => extended(now, order, id, from)),
    chooseAll: (ids: number[], isAll: boolean) => change(() => chosen(ids), !isAll),
    drop: (ids: Iterable<number>) => change((now) => without(now, new Set(ids))),
    clear: () => change(() => NOTHING_CHOSEN),
  };
}
