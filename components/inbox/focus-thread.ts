/**
 * Gives the focus to a thread that takes the place of another, once it is drawn, if nothing else has taken it: it is never lost
 * to the page.
 */
export function focusThread(threadId: number, tries = 120): void {
  const pane = document.querySelector(`[data-thread-header="${threadId}"]`)?.closest("[data-pane='thread']");
  const { activeElement } = document;
  const isLost = !activeElement || activeElement === document.body;
  if (pane && isLost) pane.querySelector<HTMLElement>("[data-thread-scroller]")?.focus({ preventScroll: true });
  else if (!pane && tries > 0) requestAnimationFrame(() => focusThread(threadId, tries - 1));
}
