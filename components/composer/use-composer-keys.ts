import { useEffect, useEffectEvent, type RefObject } from "react";

/**
 * Keys of the whole composer: Mod+Enter sends, with Shift it opens the times, Escape puts aside. They are read from the
 * DOM, so that what is pressed in a menu or dialog over the composer stays there: those close first.
 */
export function useComposerKeys(
  root: RefObject<HTMLElement | null>,
  { onSend, onEscape }: { onSend: () => void; onEscape: () => void },
): void {
  const send = () => {
    // What is typed in an address field becomes a chip when the field is left, and counts.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    onSend();
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Escape") {
      take(event);
      onEscape();
    } else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      take(event);
      if (event.shiftKey) root.current?.querySelector<HTMLElement>("[data-schedule-trigger]")?.click();
      else send();
    }
  });
  useEffect(() => {
    const element = root.current;
    const listener = (event: KeyboardEvent) => onKey(event);
    // Before the editor, which has its own use for both keys (a new line, the paragraph around).
    element?.addEventListener("keydown", listener, { capture: true });
    return () => element?.removeEventListener("keydown", listener, { capture: true });
  }, [root]);
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
