import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "@/lib/domain/thread-view";
import { anchorOf } from "./message-folds";

const NEAR_END = 120;
const MARGIN = 8;

/**
 * Where a thread stands: opened, its first unread (else newest) message is in view. What arrives later moves nothing; only who is
 * reading the end sees it come, for all others its number waits behind a button.
 */
export function useThreadScroll(scroller: RefObject<HTMLElement | null>, messages: MessageView[]) {
  const known = useRef<Set<string> | null>(null);
  const [arrived, setArrived] = useState<string[]>([]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (!known.current) {
      known.current = new Set(messages.map(({ id }) => id));
      const anchor = anchorOf(messages);
      if (anchor && messages.length > 1) bringUp(element, anchor);
      return;
    }
    const fresh = messages.filter(({ id }) => !known.current?.has(id)).map(({ id }) => id);
    if (fresh.length === 0) return;
    for (const id of fresh) known.current.add(id);
    const first = element.querySelector<HTMLElement>(`[data-message="${fresh[0]}"]`);
    const endBefore = first?.offsetTop ?? element.scrollHeight;
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

function bringUp(scroller: HTMLElement, messageId: string): void {
  const message = scroller.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
  if (message) scroller.scrollTop = Math.max(0, message.offsetTop - MARGIN);
}
