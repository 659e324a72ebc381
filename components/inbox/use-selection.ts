import { useMay } from "./use-may";
import { useState } from "react";
import type { MessageCounts } from "@/lib/domain/triage";
import { chosen, extended, NOTHING_CHOSEN, type Selection, toggled, without } from "./selection";

export type SelectionModel = ReturnType<typeof useSelection>;

/** What is chosen in a list. It belongs to the list of `key` (its view and filters): another list begins with nothing. */
export function useSelection(key: string) {
  const [held, setHeld] = useState({ key, ...NO_CHOICE });
  const isHere = held.key === key;
  const selection = isHere ? held.selection : NOTHING_CHOSEN;
  // Who may do nothing with threads chooses none.
  const isAllowed = useMay("thread.triage");
  const change = (next: (selection: Selection) => Selection, all?: Pick<Held, "isCut" | "messageCounts">) =>
    isAllowed &&
    setHeld(({ key: before, ...held }) => {
      const now = before === key ? held : NO_CHOICE;
      return { key, ...now, isCut: false, ...all, selection: next(now.selection) };
    });
  return {
    ids: selection.ids,
    count: selection.ids.size,
    /** More belong to the list than can be chosen at once. */
    isCut: isHere && held.isCut,
    /** Of all that were chosen at once, drawn or not: as many messages as they had then. */
    messageCounts: isHere ? held.messageCounts : NO_CHOICE.messageCounts,
    toggle: (id: number) => change((now) => toggled(now, id)),
    extend: (order: number[], id: number, from?: number) => change((now) => extended(now, order, id, from)),
    chooseAll: (ids: number[], isAll: boolean, messageCounts: MessageCounts = {}) =>
      change(() => chosen(ids), { isCut: !isAll, messageCounts }),
    drop: (ids: Iterable<number>) => change((now) => without(now, new Set(ids))),
    clear: () => change(() => NOTHING_CHOSEN),
  };
}

type Held = { selection: Selection; isCut: boolean; messageCounts: MessageCounts };

const NO_CHOICE: Held = { selection: NOTHING_CHOSEN, isCut: false, messageCounts: {} };
