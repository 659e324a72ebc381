import { useEffect, type RefObject } from "react";

/**
 * Tells an element's styles which part of the window is seen while a phone's keyboard lies over it (iOS does not make the window
 * smaller): `--seen-top` and `--seen-bottom` are what is hidden above and below, and are not there where nothing is. On the element
 * itself, since all that stands below it is drawn anew for them. What is zoomed into is hidden by nobody.
 */
export function useSeenPart(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const seen = window.visualViewport;
    const style = element.current?.style;
    if (!seen || !style) return;
    const set = (name: string, hidden: number) =>
      hidden > 0 ? style.setProperty(name, `${hidden}px`) : style.getPropertyValue(name) && style.removeProperty(name);
    const tell = () => {
      const isZoomed = seen.scale > 1.01;
      set("--seen-top", isZoomed ? 0 : Math.round(seen.offsetTop));
      set("--seen-bottom", isZoomed ? 0 : Math.round(window.innerHeight - seen.height - seen.offsetTop));
    };
    tell();
    for (const kind of ["resize", "scroll"]) seen.addEventListener(kind, tell);
    return () => {
      for (const kind of ["resize", "scroll"]) seen.removeEventListener(kind, tell);
    };
  }, [element]);
}
