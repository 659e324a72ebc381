import { useSyncExternalStore } from "react";

const NAME = "threadwell-single-keys";
const listeners = new Set<() => void>();

/** Whether letters alone are commands; people who dictate, or whose hand trembles, switch them off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
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
    return;
  }
  listeners.forEach((listener) => listener());
}

export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    areSingleKeysOn,
    () => true,
  );
