import { whenIdle } from "./when-idle";

const FIRST_SIGNS = ["pointerdown", "keydown"] as const;

/**
 * Calls back soon after somebody first pressed something on the page: the moment to read code ahead that could not be read any more
 * when it is needed. What the press itself leads to comes first. @returns how to stop listening
 */
export function onFirstSign(listener: () => void): () => void {
  let callOff: () => void = () => undefined;
  const onSign = () => {
    stopListening();
    callOff = whenIdle(listener);
  };
  const stopListening = () =>
    FIRST_SIGNS.forEach((name) => document.removeEventListener(name, onSign, { capture: true }));
  FIRST_SIGNS.forEach((name) => document.addEventListener(name, onSign, { capture: true }));
  return () => {
    stopListening();
    callOff();
  };
}
