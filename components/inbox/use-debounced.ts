import { useEffect, useRef, useState } from "react";

/**
 * A value as it is asked for: at once when it had stood still before, then when it has stood still again. Who pastes waits for
 * nothing, and who types is not asked about at every letter. Empty text counts at once.
 */
export function useDebounced(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  const changedAt = useRef(-Infinity);
  const asked = useRef(value);
  useEffect(() => {
    if (asked.current === value) return undefined;
    asked.current = value;
    const isFirst = performance.now() - changedAt.current > ms;
    changedAt.current = performance.now();
    const timer = setTimeout(() => setSettled(value), value && !isFirst ? ms : 0);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value ? settled : value;
}
