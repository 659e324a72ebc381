import { useEffect, useState } from "react";
import { useHydrated } from "./use-hydrated";

/** False until what is drawn with it has been painted; for what may come a moment later. The server's own drawing is whole. */
export function useAfterPaint(): boolean {
  const isHydrated = useHydrated();
  const [isPainted, setPainted] = useState(!isHydrated);
  useEffect(() => {
    if (isPainted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const handle = requestAnimationFrame(() => (timer = setTimeout(() => setPainted(true))));
    return () => {
      cancelAnimationFrame(handle);
      clearTimeout(timer);
    };
  }, [isPainted]);
  return isPainted;
}
