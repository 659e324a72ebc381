import { useEffect, useRef, type RefObject } from "react";

/** Whether a pointer is held down at this moment, on whatever. What changes its place then takes the press away from under it. */
export function usePressed(): RefObject<boolean> {
  const isPressed = useRef(false);
  useEffect(() => {
    const down = () => void (isPressed.current = true);
    const up = () => void (isPressed.current = false);
    const ends = ["pointerup", "pointercancel", "dragend"] as const;
    window.addEventListener("pointerdown", down, { capture: true });
    for (const end of ends) window.addEventListener(end, up, { capture: true });
    return () => {
      window.removeEventListener("pointerdown", down, { capture: true });
      for (const end of ends) window.removeEventListener(end, up, { capture: true });
    };
  }, []);
  return isPressed;
}
