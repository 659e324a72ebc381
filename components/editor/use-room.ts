import { useLayoutEffect, useRef, useState } from "react";

/** A button and the gap beside it; on touch screens a larger one. */
const PLACE = 26;
const TOUCH_PLACE = 38;
/** The line between the text's tools and the others. */
const SEPARATOR = 11;

/** How many buttons of a bar find room in an element, counted anew when it changes its width. */
export function useRoom() {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const touch = window.matchMedia("(pointer: coarse)");
    const count = () => setRoom(Math.floor((element.clientWidth - SEPARATOR) / (touch.matches ? TOUCH_PLACE : PLACE)));
    count();
    const sizes = new ResizeObserver(count);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);
  return { ref, room };
}
