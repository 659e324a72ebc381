import { dropPlace, type Point } from "./drop-place";

/** Shorter than the browser's own long press, which opens menus. */
const HOLD_MS = 350;
/** A finger that has moved so far scrolls. */
const SLOP_PX = 8;

type Hold = { onPickUp: () => void; onOutside: () => void; onDrop: () => void; onPutBack: () => void };

/**
 * Lets a finger that is held on an element carry what it stands for; one that moves before scrolls, as everywhere.
 * @returns ends it; what is carried then is put back
 */
export function holdToCarry(element: HTMLElement, { onPickUp, onOutside, onDrop, onPutBack }: Hold): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let begun: Point | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isCarrying = false;
  /** A finger trembles: where it lies says nothing until it has gone somewhere. */
  let hasMoved = false;

  const rest = () => {
    clearTimeout(waiting);
    begun = null;
    isCarrying = false;
    hasMoved = false;
  };
  const start = ({ touches }: TouchEvent) => {
    const [first, ...others] = touches;
    if (isCarrying) onPutBack();
    rest();
    if (!first || others.length > 0) return;
    begun = pointOf(first);
    waiting = setTimeout(() => {
      isCarrying = true;
      onPickUp();
    }, HOLD_MS);
  };
  const move = (event: TouchEvent) => {
    const [first] = event.touches;
    if (!first || !begun) return;
    const point = pointOf(first);
    hasMoved ||= Math.hypot(point.clientX - begun.clientX, point.clientY - begun.clientY) > SLOP_PX;
    // Else the lanes would scroll below it.
    if (isCarrying) event.preventDefault();
    else if (hasMoved) rest();
    if (isCarrying && hasMoved && !dropPlace.over(point)) onOutside();
  };
  const end = (event: TouchEvent) => {
    const [last] = event.changedTouches;
    const [wasCarrying, hasGone] = [isCarrying, hasMoved];
    rest();
    if (!wasCarrying || !last) return;
    // No press follows what was carried.
    event.preventDefault();
    if (hasGone && dropPlace.over(pointOf(last))) onDrop();
    else onPutBack();
  };
  const cancel = () => {
    const wasCarrying = isCarrying;
    rest();
    if (wasCarrying) onPutBack();
  };
  element.addEventListener("touchstart", start, { signal, passive: true });
  element.addEventListener("touchmove", move, { signal, passive: false });
  element.addEventListener("touchend", end, { signal, passive: false });
  element.addEventListener("touchcancel", cancel, { signal });
  element.addEventListener("contextmenu", (event) => begun && event.preventDefault(), { signal });
  return () => {
    listening.abort();
    cancel();
  };
}

const pointOf = ({ clientX, clientY }: Touch): Point => ({ clientX, clientY });
