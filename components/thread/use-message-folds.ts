import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import type { MessageView } from "@/lib/domain/thread-view";
import { openedAtFirst } from "./message-folds";

const NONE: ReadonlySet<string> = new Set();

/**
 * Which messages are open: those of the first moment, of a search, and that came since, less or plus what was pressed; or all
 * of them, or none. The focus stays with the message that was pressed, whose button is another one then.
 */
export function useMessageFolds(
  scroller: RefObject<HTMLElement | null>,
  messages: MessageView[],
  hitIds: ReadonlySet<string>,
) {
  const [first] = useState(() => ({
    opened: openedAtFirst(messages),
    known: new Set(messages.map(({ id }) => id)),
  }));
  const [all, setAll] = useState<"by themselves" | "open" | "folded">("by themselves");
  const [toggled, setToggled] = useState(NONE);
  const [unfolded, setUnfolded] = useState(NONE);
  const keepFocus = useFocusOn(scroller);

  const opensByItself = (id: string) =>
    all === "open" || (all !== "folded" && (first.opened.has(id) || hitIds.has(id))) || !first.known.has(id);
  const turn = useCallback((next: typeof all) => {
    setAll(next);
    setToggled(NONE);
  }, []);
  return {
    isOpen: (id: string) => opensByItself(id) !== toggled.has(id),
    isUnfolded: (key: string) => unfolded.has(key),
    toggle: useCallback(
      (id: string) => {
        keepFocus(id);
        setToggled((before) => (before.has(id) ? without(before, id) : new Set([...before, id])));
      },
      [keepFocus],
    ),
    /** @param firstHidden the message that will stand where the button stood */
    unfold: useCallback(
      (key: string, firstHidden: string) => {
        keepFocus(firstHidden);
        setUnfolded((before) => new Set([...before, key]));
      },
      [keepFocus],
    ),
    openAll: useCallback(() => turn("open"), [turn]),
    foldAll: useCallback(() => turn("folded"), [turn]),
  };
}

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((each) => each !== id));

/** Gives the focus to a message's own button once it has been drawn anew. */
function useFocusOn(scroller: RefObject<HTMLElement | null>): (messageId: string) => void {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const message = scroller.current?.querySelector<HTMLElement>(`[data-message="${wanted.current}"]`);
    const button = message?.matches("button") ? message : message?.querySelector("button");
    button?.focus({ preventScroll: true });
    wanted.current = null;
  });
  return useCallback((messageId) => {
    wanted.current = messageId;
  }, []);
}
