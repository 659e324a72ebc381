import { HEARTBEAT_MS, PRESENCE_MS, type Presence } from "@/lib/domain/presence";

/** Who only passes by on the way to another thread is not told of. */
const PASSING_MS = 500;

/**
 * What a window says of itself in a thread: that it is shown, that somebody writes (until a minute after the last word), and at once that
 * it is left or hidden. Only changes are told, and that it is still there in between.
 */
export function presenceTeller(tell: (state: Presence | null) => void, isShownNow: boolean) {
  let isShown = isShownNow;
  let isHere = false;
  let writes = false;
  let told: Presence | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    const state = !isHere || !isShown ? null : writes ? "writing" : "viewing";
    if (state === told) return;
    told = state;
    tell(state);
  };
  const setWriting = (isWriting: boolean) => {
    clearTimeout(silence);
    writes = isWriting;
    if (isWriting) silence = setTimeout(() => setWriting(false), PRESENCE_MS);
    update();
  };
  const arrival = setTimeout(() => {
    isHere = true;
    update();
  }, PASSING_MS);
  const beat = setInterval(() => {
    if (told) tell(told);
  }, HEARTBEAT_MS);
  return {
    write: setWriting,
    show: (isVisible: boolean) => {
      isShown = isVisible;
      update();
    },
    stop: () => {
      [arrival, silence].forEach(clearTimeout);
      clearInterval(beat);
      isHere = false;
      update();
    },
  };
}
