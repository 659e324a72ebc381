import { type RefObject, startTransition, useEffect, useMemo, useState } from "react";
import { afterPaint } from "@/components/ui/after-paint";
import type { ListItem } from "./list-items";
import { scrollTopFor, startsOf, windowOf } from "./row-window";

/** How high the list was last, in px; at first what the server draws for, which knows no window. */
let lastHeight = 900;
/** Scrolling by less than half a row draws nothing anew. */
const STEP = 32;

/** The items of a list that are in view, and a few around them. All heights are known beforehand, so that nothing is measured. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  items: ListItem[],
  heightOf: (item: ListItem) => number,
) {
  const starts = useMemo(() => startsOf(items.map(heightOf)), [items, heightOf]);
  const [top, setTop] = useState(0);
  const [begunWith] = useState(lastHeight);
  const [height, setHeight] = useState(begunWith);
  // What lies beyond the edges is drawn when the list has been seen.
  const [isStanding, setStanding] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setStanding(true))), []);
  const look = (element: HTMLElement) => {
    lastHeight = element.clientHeight + STEP;
    setTop(Math.floor(element.scrollTop / STEP) * STEP);
    setHeight(lastHeight);
  };
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const lookAgain = () => look(element);
    const sizes = new ResizeObserver(lookAgain);
    sizes.observe(element);
    element.addEventListener("scroll", lookAgain, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", lookAgain);
    };
  }, [scroller]);

  const { first, end } = isStanding
    ? windowOf(starts, { top, height }, "standing")
    : // What was drawn at first stays when the list turns out to be lower.
      windowOf(starts, { top, height: Math.max(height, begunWith) }, "first");
  const seen = windowOf(starts, { top, height }, "seen");
  return {
    shown: items
      .slice(first, end)
      .map((item, place) => ({ item, start: starts[first + place]!, size: heightOf(item) })),
    /** Those of them that are seen. */
    inView: items.slice(seen.first, seen.end),
    end,
    height: starts.at(-1)!,
    /** Scrolls as little as it takes for an item to be seen, and draws it at once. */
    show: (index: number) => {
      const element = scroller.current;
      if (!element) return;
      element.scrollTo({
        top: scrollTopFor(starts, index, { top: element.scrollTop, height: element.clientHeight }),
        behavior: "instant",
      });
      look(element);
    },
  };
}
