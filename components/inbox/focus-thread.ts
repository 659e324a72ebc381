import { isFocusLost } from "@/components/ui/is-focus-lost";

/**
 * Gives the focus to a thread that takes the place of another, once it is drawn, if nothing else has taken it since it was on
 * `from`: it is never lost to the page.
 */
export function focusThread(threadId: number, from: Element | null = null, tries = 120): void {
  const pane = document.querySelector(`[data-thread-header="${threadId}"]`)?.closest("[data-pane='thread']");
  const isFree = isFocusLost() || document.activeElement === from;
  if (pane && isFree) pane.querySelector<HTMLElement>("[data-thread-scroller]")?.focus({ preventScroll: true });
  else if (!pane && tries > 0) requestAnimationFrame(() => focusThread(threadId, from, tries - 1));
}
