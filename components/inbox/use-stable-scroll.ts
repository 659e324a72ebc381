import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { type ListItem, ROW_HEIGHT, shiftOf } from "./list-items";

/**
 * Keeps the list still while rows come and go above what is in view, and counts those that came: they wait behind a button.
 * At the very top arrivals are simply seen.
 */
export function useStableScroll(scroller: RefObject<HTMLElement | null>, items: ListItem[]) {
  const drawn = useRef(items);
  const [count, setCount] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    const before = drawn.current;
    drawn.current = items;
    if (!element || before === items) return;
    const shift = shiftOf(before, items, element.scrollTop);
    if (shift === 0) return;
    element.scrollBy({ top: shift });
    setCount((known) => Math.max(0, known + Math.round(shift / ROW_HEIGHT)));
  }, [items, scroller]);
  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => element && element.scrollTop < ROW_HEIGHT / 2 && setCount(0);
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [scroller]);
  return { count, show: () => scroller.current?.scrollTo({ top: 0 }) };
}
