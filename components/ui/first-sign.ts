import { whenIdle } from "./when-idle";

const FIRST_SIGNS = ["pointerdown", "keydown"] as const;

/**
 * Calls `read` when somebody first presses something on the page: the moment to ask for code that could not be had any more when it is
 * needed, since the network may be gone with the next press. `draw` comes once what the press itself led to is done.
 * @returns how to stop listening
 */
export function onFirstSign(read: () => void, draw?: () => void): () => void {
  let callOff: () => void = () => undefined;
  const onSign = () => {
    stopListening();
    // Behind what the press itself asks for.
    setTimeout(read);
    if (draw) callOff = whenIdle(draw);
  };
  const stopListening = () =>
    FIRST_SIGNS.forEach((name) => document.removeEventListener(name, onSign, { capture: true }));
  FIRST_SIGNS.forEach((name) => document.addEventListener(name, onSign, { capture: true }));
  return () => {
    stopListening();
    callOff();
  };
}
