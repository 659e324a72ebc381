import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { arrivedAbove, HEADING_HEIGHT, type ListItem, shiftOf } from "./list-items";

/**
 * Keeps the list still while rows come, go and move above what is in view, and counts those that came: they wait behind a
 * button. At the very top arrivals are simply seen, unless the pointer is over the list: nothing moves under it. What no
 * scrolling can even out there is held open above the rows (`--held`) until the pointer leaves.
 */
export function useStableScroll(
  scroller: RefObject<HTMLElement | null>,
  items: ListItem[],
  heightOf: (item: ListItem) => number,
) {
  const drawn = useRef(items);
  const room = useRef(0);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = drawn.current;
    drawn.current = items;
    if (!element || before === items) return;
    const isHeld = element.matches(":hover") && window.matchMedia("(hover: hover)").matches;
    const heldKey = isHeld ? heldRow(element) : null;
    const shift = shiftOf(before, items, { scrollTop: element.scrollTop, isHeld, heldKey, heightOf });
    if (shift === 0) return;
    // Where the rows begin, seen from the upper edge; above it there is room only when some is made.
    const start = room.current - element.scrollTop - shift;
    hold(element, room, isHeld ? Math.max(start, 0) : 0);
    element.scrollTo({ top: Math.max(-start, 0) });
    if (shift > 0) setCount((known) => known + arrivedAbove(before, items));
  }, [items, scroller, heightOf]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => element.scrollTop <= HEADING_HEIGHT && setCount(0);
    const onLeave = () => hold(element, room, 0);
    element.addEventListener("scroll", onScroll, { passive: true });
    element.addEventListener("pointerleave", onLeave);
    return () => {
      element.removeEventListener("scroll", onScroll);
      element.removeEventListener("pointerleave", onLeave);
    };
  }, [scroller]);
  return { count, show: () => scroller.current?.scrollTo({ top: 0 }) };
}

function hold(element: HTMLElement, room: { current: number }, height: number): void {
  room.current = height;
  element.style.setProperty("--held", `${height}px`);
}

/** The key of the row under the pointer. */
function heldRow(element: HTMLElement): string | null {
  const id = element.querySelector("li:hover [data-thread]")?.getAttribute("data-thread");
  return id ? `row-${id}` : null;
}
