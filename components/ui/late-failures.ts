const listeners = new Set<() => void>();

/** Calls back when a part of the page was to be shown and its code could not be read. @returns how to stop */
export function onLateFailure(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const tellLateFailure = (): void => listeners.forEach((listener) => listener());
