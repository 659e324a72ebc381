import { useEffect } from "react";

/**
 * Tells styles which part of the window is seen while a phone's keyboard lies over it (iOS does not make the window smaller):
 * `--seen-top` and `--seen-bottom` are what is hidden above and below. What is zoomed into is hidden by nobody.
 */
export function useSeenPart(): void {
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen) return;
    const { style } = document.documentElement;
    const tell = () => {
      const isZoomed = seen.scale > 1.01;
      const below = isZoomed ? 0 : Math.max(0, window.innerHeight - seen.height - seen.offsetTop);
      style.setProperty("--seen-top", `${isZoomed ? 0 : Math.round(seen.offsetTop)}px`);
      style.setProperty("--seen-bottom", `${Math.round(below)}px`);
    };
    tell();
    for (const kind of ["resize", "scroll"]) seen.addEventListener(kind, tell);
    return () => {
      for (const kind of ["resize", "scroll"]) seen.removeEventListener(kind, tell);
      for (const name of ["--seen-top", "--seen-bottom"]) style.removeProperty(name);
    };
  }, []);
}
