import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import type { SearchMark } from "@/lib/domain/search-marks";
import { clearHits, type DrawnHit, drawnHits, paintHits, revealHit } from "./hit-ranges";
import { holdUp } from "./use-thread-scroll";

type Place = Pick<DrawnHit, "messageId" | "nth">;

/**
 * Marks the hits of a search in a thread's messages and walks among them. Frames come and grow, messages fold: what is drawn
 * is looked through again whenever it changes.
 */
export function useSearchHits(scroller: RefObject<HTMLElement | null>, marks: SearchMark[]) {
  const [hits, setHits] = useState<DrawnHit[]>([]);
  const [place, setPlace] = useState<Place | null>(null);
  const index = Math.max(
    0,
    hits.findIndex((hit) => hit.messageId === place?.messageId && hit.nth === place.nth),
  );
  const now = hits[index];
  const isOn = marks.length > 0;

  const look = useEffectEvent(() => {
    if (scroller.current) setHits(isOn ? drawnHits(scroller.current, marks) : []);
  });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isOn) return;
    const stop = watchDrawing(element, look);
    return () => {
      stop();
      clearHits(element);
    };
  }, [scroller, isOn, marks]);

  useLayoutEffect(() => {
    if (scroller.current && isOn) paintHits(hits, now, scroller.current);
  }, [scroller, hits, now, isOn]);

  const reveal = useEffectEvent(() => {
    if (now && scroller.current) revealHit(now, scroller.current);
  });
  useEffect(() => (scroller.current && isOn ? holdUp(scroller.current, reveal) : undefined), [scroller, isOn, marks]);
  useEffect(() => {
    if (place) reveal();
  }, [place]);

  const step = (by: 1 | -1) => {
    const next = hits[(index + by + hits.length) % hits.length];
    if (next) setPlace({ messageId: next.messageId, nth: next.nth });
  };
  return { count: hits.length, index, step };
}

/** Calls back soon, and then, at most once a frame, when messages are drawn, folded or loaded. */
function watchDrawing(element: HTMLElement, onChange: () => void): () => void {
  let frame = 0;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(onChange);
  };
  const onLoad = ({ target }: Event) => {
    if (!(target instanceof HTMLIFrameElement)) return;
    // History unfolds inside the frame.
    target.contentDocument?.addEventListener("toggle", later, { capture: true });
    later();
  };
  later();
  const changes = new MutationObserver(later);
  changes.observe(element, { childList: true, subtree: true });
  element.addEventListener("load", onLoad, { capture: true });
  return () => {
    cancelAnimationFrame(frame);
    changes.disconnect();
    element.removeEventListener("load", onLoad, { capture: true });
  };
}
