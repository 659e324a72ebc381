import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { isFocusLost } from "@/components/ui/is-focus-lost";
import type { MessageView } from "@/lib/domain/message-view";
import { openedAtFirst } from "./message-folds";

const NONE: ReadonlySet<string> = new Set();

/**
 * Which messages are open: those of the first moment, of a search, and that came since, less or plus what was pressed; or all
 * of them, or none. The focus stays with the message that it was in, whose button is another one then.
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
  const turn = useCallback(
    (next: typeof all) => {
      const focused = document.activeElement?.closest<HTMLElement>("[data-message]")?.dataset["message"];
      if (focused) keepFocus(focused);
      setAll(next);
      setToggled(NONE);
    },
    [keepFocus],
  );
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

/** Gives the focus to a message's own button once it has been drawn anew, if what had it is gone. */
function useFocusOn(scroller: RefObject<HTMLElement | null>): (messageId: string) => void {
  const [wanted, setWanted] = useState<{ messageId: string } | null>(null);
  useLayoutEffect(() => {
    if (!wanted || !isFocusLost()) return;
    const message = scroller.current?.querySelector<HTMLElement>(`[data-message="${wanted.messageId}"]`);
    const button = message?.matches("button") ? message : message?.querySelector("button");
    (button ?? scroller.current)?.focus({ preventScroll: true });
  }, [scroller, wanted]);
  return useCallback((messageId) => setWanted({ messageId }), []);
}
