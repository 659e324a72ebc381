import { useLayoutEffect, useRef, type FocusEvent, type RefObject } from "react";
import { isFocusLost } from "@/components/ui/is-focus-lost";

/**
 * Keeps the focus in the thread when a card's buttons change under it or the card goes: it passes to the card's next
 * button, or to the thread around it, never to the page.
 * @param state whatever the card's buttons depend on
 */
export function useKeptFocus(card: RefObject<HTMLElement | null>, state: string) {
  const isInside = useRef(false);
  useLayoutEffect(() => {
    if (isInside.current && isFocusLost()) card.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [card, state]);
  useLayoutEffect(() => {
    const around = card.current?.closest<HTMLElement>("[data-thread-scroller]");
    return () => {
      // Once the card is out of the document; the browser lets go of the focus without a word.
      if (isInside.current) requestAnimationFrame(() => isFocusLost() && around?.focus({ preventScroll: true }));
    };
  }, [card]);
  return {
    onFocus: () => {
      isInside.current = true;
    },
    // A button that is switched off lets go of the focus to nobody.
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) isInside.current = false;
    },
  };
}
