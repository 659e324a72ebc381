import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from "react";
import { isComposing } from "@/components/ui/is-composing";
import { isAddress } from "@/lib/domain/address";
import { isMeant, withoutDoubles, type RecipientSuggestion } from "@/lib/domain/recipient-suggestion";
import { recipientsQuery } from "@/lib/queries/recipients";
import { addressKeysOf } from "./recipient-chips";

type Around = {
  typed: string;
  entries: string[];
  threadId: number;
  hasFocus: boolean;
  onTake: (suggestion: RecipientSuggestion) => void;
};

export type Suggestions = ReturnType<typeof useSuggestions>;

/**
 * Who may be meant by what is typed, as a list under the field: arrows walk, Enter and Tab take, Escape closes the list alone.
 * A whole address that was typed is not replaced by one that merely begins like it, unless an arrow has chosen that.
 */
export function useSuggestions({ typed, entries, threadId, hasFocus, onTake }: Around) {
  const { data = [] } = useQuery(recipientsQuery(typed, threadId));
  // Lists are closed and walked for a text: with the next letter both begin anew.
  const [closedFor, setClosedFor] = useState("");
  const [walked, setWalked] = useState({ typed: "", index: -1 });
  const options = typed.trim() === "" ? [] : withoutDoubles(data.filter(fits(typed)), addressKeysOf(entries));
  const isOpen = hasFocus && closedFor !== typed && options.length > 0;
  const first = isAddress(typed.trim()) ? -1 : 0;
  const index = Math.min(walked.typed === typed ? walked.index : first, options.length - 1);

  const take = (suggestion: RecipientSuggestion | undefined) => suggestion && onTake(suggestion);
  const close = () => setClosedFor(typed);
  useEscape(isOpen, close);
  const onKey = (event: KeyboardEvent) => {
    if (!isOpen || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "ArrowDown") setWalked({ typed, index: (index + 1) % options.length });
    else if (event.key === "ArrowUp") setWalked({ typed, index: index <= 0 ? options.length - 1 : index - 1 });
    else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && index >= 0) take(options[index]);
    else return;
    event.preventDefault();
  };
  return { isOpen, options, index, onKey, take, walkTo: (to: number) => setWalked({ typed, index: to }) };
}

/** The answer to the letters before still stands while the next is on its way. */
const fits = (typed: string) => (suggestion: RecipientSuggestion) => {
  const q = typed.trim().toLowerCase();
  return isMeant(suggestion, q) || suggestion.note.toLowerCase().startsWith(q);
};

/** Before the composer hears it, which would be put aside. */
function useEscape(isOpen: boolean, onEscape: () => void): void {
  const escape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  });
  useEffect(() => {
    if (!isOpen) return;
    const listener = (event: globalThis.KeyboardEvent) => escape(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, [isOpen]);
}
