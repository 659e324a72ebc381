import { useEffect, useRef } from "react";

/** A press that becomes a scroll or a drag is over as well. */
const ENDS = ["pointerup", "pointercancel", "dragend"] as const;

/**
 * @returns what does something at once, or, while a pointer is held down on whatever, when that press has arrived: what changes the
 * place of things takes the press away from under it
 */
export function useAfterPress(): (act: () => void) => void {
  const isPressed = useRef(false);
  useEffect(() => {
    const down = () => void (isPressed.current = true);
    const up = () => void (isPressed.current = false);
    window.addEventListener("pointerdown", down, { capture: true });
    for (const end of ENDS) window.addEventListener(end, up, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", down, { capture: true });
      for (const end of ENDS) window.removeEventListener(end, up, { capture: true });
    };
  }, []);
  return (act) => {
    if (!isPressed.current) return act();
    const after = () => {
      for (const end of ENDS) window.removeEventListener(end, after);
      setTimeout(act);
    };
    for (const end of ENDS) window.addEventListener(end, after);
  };
}
