import { useRef, type PointerEvent } from "react";

const BEGINS_PX = 12;
const DONE_PX = 88;
const HOLD_MS = 450;

type RowTouch = {
  onSwipe: () => void;
  /** To the left; without it the row does not follow there. */
  onSwipeBack?: () => void;
  onHold: () => void;
};
type Press = { x: number; y: number; isSwipe: boolean; hold: ReturnType<typeof setTimeout> };

/**
 * A finger on a row: swiped to the right far enough it is `onSwipe`, to the left `onSwipeBack`, held `onHold`; up and down it scrolls.
 * The row follows the finger and shows what will happen.
 */
export function useRowTouch({ onSwipe, onSwipeBack, onHold }: RowTouch) {
  const press = useRef<Press | null>(null);
  // A finger that swiped or held has not pressed.
  const isSpent = useRef(false);

  // Where there is nothing to the left, the row stays.
  const pathOf = (across: number) => (onSwipeBack ? across : Math.max(0, across));
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
      if (!begun.isSwipe && Math.abs(pathOf(across)) > BEGINS_PX && Math.abs(across) > 2 * down) {
        begun.isSwipe = true;
        isSpent.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }
      if (begun.isSwipe) moveTo(event.currentTarget, pathOf(across));
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const begun = press.current;
      const path = begun?.isSwipe ? pathOf(event.clientX - begun.x) : 0;
      end(event);
      if (path >= DONE_PX) onSwipe();
      else if (path <= -DONE_PX) onSwipeBack?.();
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

/** `data-swiped` shows what lies under the row: "far" once letting go does it, "back" and "far-back" to the left. */
function moveTo(row: HTMLElement, px: number): void {
  row.style.setProperty("--swipe", `${px}px`);
  if (px === 0) delete row.dataset.swiped;
  else row.dataset.swiped = px > 0 ? (px >= DONE_PX ? "far" : "near") : px <= -DONE_PX ? "far-back" : "back";
}
