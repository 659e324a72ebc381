import { useState } from "react";
import { usePanes } from "@/components/shell/panes-provider";
import { useMedia } from "@/components/ui/use-media";

const WIDE = "(min-width: 80rem)";

export type LeadShown = ReturnType<typeof useLeadShown>;

/** Whether the lead is beside the thread, which is remembered, or over it, which is asked for each time. */
export function useLeadShown() {
  const { panes, change } = usePanes();
  const [isOver, setOver] = useState(false);
  // The server draws for a wide screen, and styles hide the lead on others.
  const isWide = useMedia(WIDE, true);
  const isColumn = panes.isLeadShown;
  const isShown = isWide ? isColumn : isOver;
  const toggle = () => {
    // As wide as it is at this press, which may come before a new width was drawn.
    const isColumnNow = window.matchMedia(WIDE).matches;
    if (isColumnNow ? isColumn : isOver) takeFocusBack();
    if (isColumnNow) change({ isLeadShown: !isColumn });
    else setOver(!isOver);
  };
  return { isColumn, isOver, isShown, hidesThread: isShown && !isWide, toggle, leave: () => setOver(false) };
}

/** What held the focus is about to go: the exchange beside it takes it, never the page. */
function takeFocusBack(): void {
  if (!document.activeElement?.closest("[data-pane='lead']")) return;
  document.querySelector<HTMLElement>("[data-thread-scroller]")?.focus({ preventScroll: true });
}
