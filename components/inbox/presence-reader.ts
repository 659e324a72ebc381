import type { QueryClient } from "@tanstack/react-query";
import { presenceKeys } from "@/lib/queries/presence";

/** In a busy team somebody comes or goes all the time: what changes within a second is read together. */
const PAUSE_MS = 1000;

/** Reads again who is in which thread after somebody came, began to write or left. */
export function presenceReader(queries: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const read = () => {
    timer = undefined;
    readAt = Date.now();
    void queries.invalidateQueries({ queryKey: presenceKeys.all });
  };
  return {
    change: () => {
      timer ??= setTimeout(read, Math.max(0, readAt + PAUSE_MS - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
