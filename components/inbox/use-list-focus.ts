import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";

/** Keeps the focus in the list when its rows change under it: it passes to the row that Tab reaches, else to what was searched for, or the list. */
export function useListFocus(scroller: RefObject<HTMLElement | null>, rows: unknown) {
  const isInside = useRef(false);
  useLayoutEffect(() => {
    if (isInside.current) takeBack();
  }, [rows]);
  useLayoutEffect(() => {
    const list = scroller.current;
    // Another search is another list; its first rows are drawn a moment later.
    return () => {
      if (list?.contains(document.activeElement)) requestAnimationFrame(() => takeBack());
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

/** Rows that are still being read are waited for: a field would swallow the next key. */
function takeBack(tries = 60): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  const list = document.querySelector<HTMLElement>("[data-pane='list']");
  const row = list?.querySelector<HTMLElement>("[data-thread][tabindex='0']");
  const search = list?.querySelector<HTMLInputElement>("[data-search]");
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0 && list?.querySelector("[aria-busy]")) setTimeout(() => takeBack(tries - 1), 50);
  else (search?.value ? search : list)?.focus({ preventScroll: true });
}
