import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { arrivedAbove, HEADING_HEIGHT, type ListItem, shiftOf } from "./list-items";

/**
 * Keeps the list still while rows come and go above what is in view, and counts those that came: they wait behind a button.
 * At the very top arrivals are simply seen, unless the pointer is over the list: nothing moves under it.
 */
export function useStableScroll(
  scroller: RefObject<HTMLElement | null>,
  items: ListItem[],
  heightOf: (item: ListItem) => number,
) {
  const drawn = useRef(items);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = drawn.current;
    drawn.current = items;
    if (!element || before === items) return;
    const isHeld = element.matches(":hover") && window.matchMedia("(hover: hover)").matches;
    const shift = shiftOf(before, items, { scrollTop: element.scrollTop, isHeld, heightOf });
    if (shift === 0) return;
    element.scrollBy({ top: shift });
    if (shift > 0) setCount((known) => known + arrivedAbove(before, items));
  }, [items, scroller, heightOf]);
  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => element && element.scrollTop <= HEADING_HEIGHT && setCount(0);
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [scroller]);
  return { count, show: () => scroller.current?.scrollTo({ top: 0 }) };
}
