import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";

/** Keeps the focus in the list when its rows change under it: it passes to the row that Tab reaches, else to the search. */
export function useListFocus(scroller: RefObject<HTMLElement | null>, rows: unknown) {
  const isInside = useRef(false);
  useLayoutEffect(() => {
    if (isInside.current) takeBack();
  }, [rows]);
  useLayoutEffect(() => {
    const list = scroller.current;
    // Another search is another list; its first rows are drawn a moment later.
    return () => {
      if (list?.contains(document.activeElement)) requestAnimationFrame(takeBack);
    };
  }, [scroller]);
  return {
    onFocus: () => {
      isInside.current = true;
    },
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isInside.current = false;
    },
  };
}

function takeBack(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const row = document.querySelector<HTMLElement>("[data-thread][tabindex='0']");
  (row ?? document.querySelector<HTMLElement>("[data-search]"))?.focus({ preventScroll: true });
}
