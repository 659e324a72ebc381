import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "@/lib/domain/thread-view";
import { anchorOf } from "./message-folds";

const NEAR_END = 120;
const MARGIN = 8;
const HOLD_MS = 4000;
const BY_HAND = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Where a thread stands: opened, its first unread (else newest) message is in view. What arrives later moves nothing; only who is
 * reading the end sees it come, for all others its number waits behind a button. Opened from a search, it stands at the hit.
 */
export function useThreadScroll(
  scroller: RefObject<HTMLElement | null>,
  messages: MessageView[],
  { isSearched }: { isSearched: boolean },
) {
  const [first] = useState(() => ({
    anchor: messages.length > 1 && !isSearched ? anchorOf(messages) : null,
    known: new Set(messages.map(({ id }) => id)),
  }));
  const [arrived, setArrived] = useState<string[]>([]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const { anchor } = first;
    return element && anchor ? holdUp(element, () => bringUp(element, anchor)) : undefined;
  }, [scroller, first]);

  useLayoutEffect(() => (scroller.current ? keepNewestInView(scroller.current) : undefined), [scroller]);

  const seen = useRef(first.known);
  useLayoutEffect(() => {
    const element = scroller.current;
    const fresh = messages.filter(({ id }) => !seen.current.has(id)).map(({ id }) => id);
    if (!element || fresh.length === 0) return;
    seen.current = new Set(messages.map(({ id }) => id));
    const message = element.querySelector<HTMLElement>(`[data-message="${fresh[0]}"]`);
    const endBefore = message?.offsetTop ?? element.scrollHeight;
    if (element.scrollTop + element.clientHeight >= endBefore - NEAR_END) bringUp(element, fresh[0]!);
    else setArrived((waiting) => [...waiting, ...fresh]);
  }, [messages, scroller]);

  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => {
      if (element && element.scrollTop + element.clientHeight >= element.scrollHeight - NEAR_END) setArrived([]);
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [scroller]);

  return {
    arrived: arrived.length,
    show: () => {
      if (scroller.current && arrived[0]) bringUp(scroller.current, arrived[0]);
      setArrived([]);
    },
  };
}

/** Keeps something in view while the frames above and below it grow to their size, until somebody scrolls or they had time to. */
export function holdUp(scroller: HTMLElement, bring: () => void): () => void {
  bring();
  const sizes = new ResizeObserver(bring);
  for (const part of scroller.children) sizes.observe(part);
  const release = () => {
    sizes.disconnect();
    clearTimeout(timer);
    for (const name of BY_HAND) scroller.removeEventListener(name, release);
  };
  for (const name of BY_HAND) scroller.addEventListener(name, release, { passive: true });
  const timer = setTimeout(release, HOLD_MS);
  return release;
}

/** When the composer takes room away from who was at the end, the newest message moves up instead of behind it. */
function keepNewestInView(scroller: HTMLElement): () => void {
  let height = scroller.clientHeight;
  const sizes = new ResizeObserver(() => {
    const lost = height - scroller.clientHeight;
    height = scroller.clientHeight;
    const wasAtEnd = scroller.scrollTop + height + lost >= scroller.scrollHeight - NEAR_END;
    const newest = [...scroller.querySelectorAll<HTMLElement>("[data-message]")].at(-1);
    if (lost > 0 && wasAtEnd && newest) scroller.scrollTop = Math.max(scroller.scrollTop, newest.offsetTop - MARGIN);
  });
  sizes.observe(scroller);
  return () => sizes.disconnect();
}

function bringUp(scroller: HTMLElement, messageId: string): void {
  const message = scroller.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
  if (message) scroller.scrollTop = Math.max(0, message.offsetTop - MARGIN);
}
