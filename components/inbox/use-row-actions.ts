import { useMemo } from "react";
import type { ThreadRow } from "@/lib/domain/thread-view";
import type { RowActions } from "./thread-row";
import { useTriageActions } from "./use-triage-actions";
import type { SelectionModel } from "./use-selection";
import { useStable } from "./use-stable";
import { useWarmThread } from "./use-warm-thread";

type Around = {
  rows: ThreadRow[];
  order: number[];
  openId: number | null;
  stopId: number | null;
  selection: SelectionModel;
  onOpen: (id: number) => void;
};

/** What rows do, in functions that stay the same. A row that is chosen stands for all that are chosen only in the bar and by keys. */
export function useRowActions({ rows, order, openId, stopId, selection, onOpen }: Around): RowActions {
  const triage = useTriageActions();
  const warm = useStable(useWarmThread(rows, openId));
  const open = useStable((id: number) => onOpen(id));
  const choose = useStable((id: number, isRange: boolean) =>
    isRange ? selection.extend(order, id, openId ?? stopId ?? id) : selection.toggle(id),
  );
  const toggle = useStable((id: number, kind: "done" | "read" | "important") => triage.toggle([id], kind));
  const snooze = useStable((id: number) =>
    // What a mouse sees of a row's actions goes with the mouse: the row stays.
    triage.openMenu("wanted:snooze", [id], document.querySelector(`[data-thread="${id}"]`)),
  );
  return useMemo(() => ({ open, choose, toggle, snooze, warm }), [open, choose, toggle, snooze, warm]);
}
