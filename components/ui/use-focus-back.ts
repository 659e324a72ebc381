import { useEffect, useRef, type RefObject } from "react";
import { isFocusLost } from "./is-focus-lost";

/**
 * When what was open closes and takes the focus along, `place` gets it. Who went elsewhere before that, as while an answer was awaited,
 * stays there.
 */
export function useFocusBack(isOpen: boolean, place: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen && isFocusLost()) place.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen, place]);
}
