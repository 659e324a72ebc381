import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "@/lib/domain/message-view";
import { noteInAddress } from "@/components/notes/note-link";
import { anchorOf } from "./message-folds";

const NEAR_END = 120;
const MARGIN = 8;
/** A message of which so much is in view has been seen. */
const HEAD = 48;
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
  // Known as soon as a message is there, before anything is drawn of it: nobody has read what waits here.
  const waiting = useRef<ReadonlySet<string>>(new Set());
  const [arrived, setArrived] = useState(0);
  const setWaiting = useCallback((ids: ReadonlySet<string>) => {
    waiting.current = ids;
    setArrived(ids.size);
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    const { anchor } = first;
    // A note that is led to comes into view by itself.
    if (noteInAddress() !== null) return undefined;
    return element && anchor ? holdUp(element, () => bringUp(element, anchor)) : undefined;
  }, [scroller, first]);

  useLayoutEffect(() => (scroller.current ? keepNewestInView(scroller.current) : undefined), [scroller]);

  const seen = useRef(first.known);
  useLayoutEffect(() => {
    const element = scroller.current;
    const fresh = messages.filter(({ id }) => !seen.current.has(id)).map(({ id }) => id);
    if (!element || fresh.length === 0) return;
    seen.current = new Set(messages.map(({ id }) => id));
    const message = messageIn(element, fresh[0]!);
    const endBefore = message?.offsetTop ?? element.scrollHeight;
    const isAtEnd = element.scrollTop + element.clientHeight >= endBefore - NEAR_END;
    if (isAtEnd && message) letIn(element, message);
    else setWaiting(new Set([...waiting.current, ...fresh]));
  }, [messages, scroller, setWaiting]);

  useEffect(() => {
    const element = scroller.current;
    const onScroll = () => {
      const [next] = waiting.current;
      if (element && next && isInSight(element, next)) setWaiting(new Set());
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, [scroller, setWaiting]);

  return {
    arrived,
    waiting,
    show: () => {
      const [next] = waiting.current;
      if (scroller.current && next) bringUp(scroller.current, next);
      setWaiting(new Set());
    },
  };
}

/** Scrolls to a message that came at the end, as far as what was being read stays in view. */
function letIn(scroller: HTMLElement, message: HTMLElement): void {
  const below = message.offsetTop + message.offsetHeight - (scroller.scrollTop + scroller.clientHeight);
  scroller.scrollTop += Math.max(0, Math.min(below, scroller.clientHeight / 2));
}

/** Whether the head of a message can be seen. */
function isInSight(scroller: HTMLElement, messageId: string): boolean {
  const message = messageIn(scroller, messageId);
  return !message || scroller.scrollTop + scroller.clientHeight >= message.offsetTop + HEAD;
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
  const message = messageIn(scroller, messageId);
  if (message) scroller.scrollTop = Math.max(0, message.offsetTop - MARGIN);
}

const messageIn = (scroller: HTMLElement, messageId: string) =>
  scroller.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
