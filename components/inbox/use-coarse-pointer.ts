import { useSyncExternalStore } from "react";

const COARSE = "(pointer: coarse)";

/** Whether fingers are what points here: rows are then high enough for them. The server draws for a mouse. */
export const useCoarsePointer = (): boolean =>
  useSyncExternalStore(
    (onChange) => {
      const coarse = window.matchMedia(COARSE);
      coarse.addEventListener("change", onChange);
      return () => coarse.removeEventListener("change", onChange);
    },
    () => window.matchMedia(COARSE).matches,
    () => false,
  );
