import { useSyncExternalStore } from "react";

/** The present to the second or the minute, drawn anew when it changes; null until the browser has taken over. */
export function useNow(stepMs: 1_000 | 60_000): Date | null {
  const tick = useSyncExternalStore(
    (onTick) => {
      const timer = setInterval(onTick, Math.min(stepMs, 10_000));
      return () => clearInterval(timer);
    },
    () => Math.floor(Date.now() / stepMs),
    () => null,
  );
  return tick === null ? null : new Date(tick * stepMs);
}
