import { useLayoutEffect, useState } from "react";
import type { TemplateAsked } from "@/components/editor/template-store";

const GAP = 6;
const WIDTH = 320;
const TALL = 320;
const ROW = 44;

/** Where a list of so many rows has room at the caret: below it, or above where there is more. */
export function useCaretPlace(asked: TemplateAsked | null, rows: number) {
  const [place, setPlace] = useState<{ left: number; top?: number; bottom?: number; maxHeight: number } | null>(null);
  useLayoutEffect(() => {
    if (!asked) return;
    const measure = () => {
      const caret = asked.place();
      if (!caret) return;
      const below = window.innerHeight - caret.bottom - GAP - 8;
      const above = caret.top - GAP - 8;
      const left = Math.max(8, Math.min(caret.left, window.innerWidth - Math.min(WIDTH, window.innerWidth - 16) - 8));
      const isBelow = below >= Math.min(TALL, rows * ROW + 16) || below >= above;
      setPlace(
        isBelow
          ? { left, top: caret.bottom + GAP, maxHeight: Math.min(TALL, below) }
          : { left, bottom: window.innerHeight - caret.top + GAP, maxHeight: Math.min(TALL, above) },
      );
    };
    measure();
    window.addEventListener("resize", measure);
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      window.removeEventListener("resize", measure);
      window.removeEventListener("scroll", measure, { capture: true });
    };
  }, [asked, rows]);
  return place;
}
