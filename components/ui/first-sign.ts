const FIRST_SIGNS = ["pointerdown", "keydown"] as const;

/**
 * Calls back when somebody first presses something on the page: the moment to read code ahead that could not be read any more when
 * it is needed. @returns how to stop listening
 */
export function onFirstSign(listener: () => void): () => void {
  FIRST_SIGNS.forEach((name) => document.addEventListener(name, listener, { once: true, capture: true }));
  return () => FIRST_SIGNS.forEach((name) => document.removeEventListener(name, listener, { capture: true }));
}
