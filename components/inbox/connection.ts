import { useSyncExternalStore } from "react";

/** Whether this browser hears of the server: its network, and the stream of changes. */
let isStreamUp = true;
let offlineSince: Date | null = null;
const listeners = new Set<() => void>();

function settle(): void {
  const isOffline = !isStreamUp || !navigator.onLine;
  if (isOffline === (offlineSince !== null)) return;
  offlineSince = isOffline ? new Date() : null;
  listeners.forEach((listener) => listener());
}

/** The stream broke, or is back. */
export function setStreamUp(isUp: boolean): void {
  isStreamUp = isUp;
  settle();
}

/** Calls back whenever the server is lost or found again. @returns how to stop */
export function onConnectionChange(listener: () => void): () => void {
  if (listeners.size === 0) ["online", "offline"].forEach((name) => window.addEventListener(name, settle));
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) ["online", "offline"].forEach((name) => window.removeEventListener(name, settle));
  };
}

export const isOffline = (): boolean => offlineSince !== null;

/** Since when nothing is heard of the server; null while all is well. */
export const useOfflineSince = (): Date | null =>
  useSyncExternalStore(
    onConnectionChange,
    () => offlineSince,
    () => null,
  );
