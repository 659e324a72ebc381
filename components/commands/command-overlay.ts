import { useSyncExternalStore } from "react";

/** What can lie over the page: the palette or the sheet of shortcuts. */
export type CommandOverlay = "palette" | "shortcuts";

let open: CommandOverlay | null = null;
let before: Element | null = null;
const listeners = new Set<() => void>();

function show(next: CommandOverlay | null): void {
  // From one to the other the focus still belongs to what it was on before both.
  if (next && !open) before = document.activeElement;
  open = next;
  listeners.forEach((listener) => listener());
}

export const openPalette = (): void => show("palette");
export const openShortcuts = (): void => show("shortcuts");

/** The focus goes back to where it was, and then what was chosen is done: it may be about what is there. */
export function closeOverlay(then?: () => void): void {
  const back = before;
  show(null);
  requestAnimationFrame(() => {
    if (!open && back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    then?.();
  });
}

/** What lies over the page now. */
export const commandOverlay = (): CommandOverlay | null => open;

/** Where the focus is, or was before the palette took it: what commands are about. */
export const focusedElement = (): Element | null => (open ? before : document.activeElement);

export const useCommandOverlay = (): CommandOverlay | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    commandOverlay,
    () => null,
  );
