const FOCUSABLE = 'a[href], button:not(:disabled), input, textarea, select, [contenteditable="true"], [tabindex="0"]';
/** Where one was in a pane, so that coming back leads there. */
const last = new WeakMap<Element, Element>();

/** Moves the focus to the next part of the screen, or the one before; parts that are not there are passed over. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll("[data-pane]")].filter(
    (pane) => pane.checkVisibility() && pane.textContent !== "",
  );
  const current = document.activeElement?.closest("[data-pane]") ?? null;
  if (current) last.set(current, document.activeElement!);
  const from = current ? panes.indexOf(current) : by === 1 ? -1 : 0;
  for (let step = 1; step <= panes.length; step++) {
    const pane = panes.at((from + by * step) % panes.length);
    if (pane && focusIn(pane)) return;
  }
}

/** Where one was in it, what is current there, the first thing, or the part itself. @returns false when none takes the focus */
function focusIn(pane: Element): boolean {
  const before = last.get(pane);
  const own = [...pane.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    // The bars that make a part wider are no place to come to.
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches("[role='separator']") &&
      element.closest("[data-pane]") === pane &&
      element.checkVisibility(),
  );
  const wanted = own.find((element) => element === before) ?? own.find(isCurrent) ?? own[0];
  const target = wanted ?? (pane as HTMLElement);
  target.focus();
  return document.activeElement === target;
}

/** The open row, the list that is shown, the text of the composer, the exchange of the thread. */
const isCurrent = (element: HTMLElement): boolean =>
  element.matches("[aria-current], [data-thread], [contenteditable='true'], [data-thread-scroller]");
