import { useRef, type PointerEvent } from "react";

const BEGINS_PX = 12;
const DONE_PX = 88;
const HOLD_MS = 450;

type RowTouch = { onSwipe: () => void; onHold: () => void };
type Press = { x: number; y: number; isSwipe: boolean; hold: ReturnType<typeof setTimeout> };

/**
 * A finger on a row: swiped to the right far enough it is `onSwipe`, held `onHold`; up and down it scrolls. The row follows the
 * finger and shows what will happen.
 */
export function useRowTouch({ onSwipe, onHold }: RowTouch) {
  const press = useRef<Press | null>(null);
  // A finger that swiped or held has not pressed.
  const isSpent = useRef(false);

  const end = (event: PointerEvent<HTMLElement>) => {
    if (press.current) clearTimeout(press.current.hold);
    if (press.current?.isSwipe) moveTo(event.currentTarget, 0);
    press.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      isSpent.current = false;
      if (event.pointerType !== "touch") return;
      const hold = setTimeout(() => {
        press.current = null;
        isSpent.current = true;
        onHold();
      }, HOLD_MS);
      press.current = { x: event.clientX, y: event.clientY, isSwipe: false, hold };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const begun = press.current;
      if (!begun) return;
      const [across, down] = [event.clientX - begun.x, Math.abs(event.clientY - begun.y)];
      if (Math.max(Math.abs(across), down) > BEGINS_PX) clearTimeout(begun.hold);
      if (!begun.isSwipe && across > BEGINS_PX && across > 2 * down) {
        begun.isSwipe = true;
        isSpent.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      if (begun.isSwipe) moveTo(event.currentTarget, Math.max(0, across));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const begun = press.current;
      const isFar = begun?.isSwipe === true && event.clientX - begun.x >= DONE_PX;
      end(event);
      if (isFar) onSwipe();
    },
    onPointerCancel: end,
    onClickCapture: (event: { preventDefault: () => void; stopPropagation: () => void }) => {
      if (!isSpent.current) return;
      isSpent.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    // A long press would open the link's menu.
    onContextMenu: (event: { preventDefault: () => void }) => {
      if (press.current || isSpent.current) event.preventDefault();
    },
  };
}

/** `data-swiped` shows what lies under the row: "far" once letting go does it. */
function moveTo(row: HTMLElement, px: number): void {
  row.style.setProperty("--swipe", `${px}px`);
  if (px === 0) delete row.dataset.swiped;
  else row.dataset.swiped = px >= DONE_PX ? "far" : "near";
}
