import type { QueryClient } from "@tanstack/react-query";
import { scheduleKeys } from "@/lib/queries/schedule";

/** A month of the calendar is read whole: where much leaves at once, so often and no more. */
const PAUSE_MS = 2000;

/** Reads the calendar again after a change, if somebody looks at it; else when somebody does. */
export function calendarReader(queries: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let readAt = 0;
  const read = () => {
    timer = undefined;
    readAt = Date.now();
    void queries.invalidateQueries({ queryKey: scheduleKeys.all });
  };
  return {
    change: () => {
      timer ??= setTimeout(read, Math.max(0, readAt + PAUSE_MS - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
