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

/** Does something once a thread's row is drawn, where somebody is among the rows who would not find it; at once where nobody is. */
export function whenRowIsDrawn(threadId: number, act: () => void, tries = 60): void {
  const isAmongRows = document.activeElement?.matches("[data-thread]") === true;
  const isDrawn = document.querySelector(`[data-thread="${threadId}"]`) !== null;
  if (isDrawn || !isAmongRows || tries === 0) return act();
  requestAnimationFrame(() => whenRowIsDrawn(threadId, act, tries - 1));
}
