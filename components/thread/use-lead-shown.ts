import { useState, useSyncExternalStore } from "react";
import { usePanes } from "@/components/shell/panes-provider";

export type LeadShown = ReturnType<typeof useLeadShown>;

/** Whether the lead is beside the thread, which is remembered, or over it, which is asked for each time. */
export function useLeadShown() {
  const { panes, change } = usePanes();
  const [isOver, setOver] = useState(false);
  const isWide = useIsWide();
  const isColumn = panes.isLeadShown;
  return {
    isColumn,
    isOver,
    isShown: isWide ? isColumn : isOver,
    toggle: () => (isWide ? change({ isLeadShown: !isColumn }) : setOver(!isOver)),
  };
}

const WIDE = "(min-width: 80rem)";

/** Whether the lead has a column of its own; the server draws for a wide screen, and styles hide it on others. */
const useIsWide = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const wide = window.matchMedia(WIDE);
      wide.addEventListener("change", onChange);
      return () => wide.removeEventListener("change", onChange);
    },
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
