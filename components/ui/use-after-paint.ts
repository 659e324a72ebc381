import { useEffect, useState } from "react";
import { afterPaint } from "./after-paint";
import { useHydrated } from "./use-hydrated";

/** False until what is drawn with it has been painted; for what may come a moment later. The server's own drawing is whole. */
export function useAfterPaint(): boolean {
  const isHydrated = useHydrated();
  const [isPainted, setPainted] = useState(!isHydrated);
  useEffect(() => (isPainted ? undefined : afterPaint(() => setPainted(true))), [isPainted]);
  return isPainted;
}
