import { useEffect, useEffectEvent } from "react";
import type { ReplyMode } from "./opening";

/** `r` replies and `a` replies to all, wherever the focus is but in a field, a menu or a dialog. */
export function useReplyKeys(reply: (mode: ReplyMode) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const mode = MODES[event.key];
    if (!mode || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isBusy(event.target))
      return;
    event.preventDefault();
    reply(mode);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

const MODES: Partial<Record<string, ReplyMode>> = { r: "reply", a: "reply_all" };
const BUSY = 'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"], [role="listbox"]';

const isBusy = (target: EventTarget | null): boolean => target instanceof Element && target.closest(BUSY) !== null;
