import { useEffect, useState, type ComponentType } from "react";
import type { ThreadPaneProps } from "@/components/thread/thread-pane";
import { whenIdle } from "@/components/ui/when-idle";

export type Pane = ComponentType<ThreadPaneProps>;

/** Kept beyond the screen: who comes back to the list has it at once. */
let known: { Pane: Pane } | null = null;

/** Begins to read the thread's pane. @throws Error when it cannot be read now */
export async function loadPane(): Promise<{ Pane: Pane }> {
  const { ThreadPaneWithTexts } = await import("@/components/thread/thread-pane-with-texts");
  return (known = { Pane: ThreadPaneWithTexts });
}

/**
 * The thread's pane, which the list does without: it is read once the page has nothing else to do, or when a thread is opened.
 * A page that begins with a thread brings it (`given`).
 */
export function useLatePane(given: Pane | null, isWanted: boolean) {
  const [loaded, setLoaded] = useState(given ? { Pane: given } : known);
  const [hasFailed, setFailed] = useState(false);
  const isMissing = !loaded;
  useEffect(() => {
    if (!isMissing) return undefined;
    const bring = () => void loadPane().then(setLoaded, () => setFailed(isWanted));
    if (!isWanted) return whenIdle(bring);
    bring();
    return undefined;
  }, [isMissing, isWanted]);
  return {
    Pane: loaded?.Pane ?? null,
    hasFailed,
    again: () => {
      setFailed(false);
      void loadPane().then(setLoaded, () => setFailed(true));
    },
  };
}
