import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that stays the same and always does what the latest drawing says, for rows that are drawn only when they change. */
export function useStable<Args extends unknown[], Result>(act: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
