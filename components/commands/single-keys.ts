import { useSyncExternalStore } from "react";

const NAME = "threadwell-single-keys";
const listeners = new Set<() => void>();
/** Every key cap on the page asks, and the storage is slow to answer. */
let known: boolean | null = null;

/** Whether letters alone are commands; people who dictate, or whose hand trembles, switch them off (WCAG 2.1.4). */
export const areSingleKeysOn = (): boolean => (known ??= readKept());

function readKept(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    // A browser that keeps nothing.
    return true;
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    // It holds until the page is left.
  }
  tell(isOn);
}

function tell(isOn: boolean): void {
  known = isOn;
  listeners.forEach((listener) => listener());
}

/** Another tab of the browser has switched them. */
function onStored({ key }: StorageEvent): void {
  if (key === NAME || key === null) tell(readKept());
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      if (listeners.size === 0) window.addEventListener("storage", onStored);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.removeEventListener("storage", onStored);
        known = null;
      };
    },
    areSingleKeysOn,
    () => true,
  );
