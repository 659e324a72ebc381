import { type KeyboardEvent, type RefObject, useState } from "react";
import { type Completable, completableAt, complete } from "@/lib/domain/search-completion";
import { recentSearches, rememberSearch } from "./recent-searches";
import { isComposing } from "@/components/ui/is-composing";
import { useSearchCompletion } from "./use-search-completion";

type Asked = {
  q: string;
  input: RefObject<HTMLInputElement | null>;
  onSearch: (q: string) => void;
  onLeave: () => void;
};

/** A choice of the list under the field: a completion, or a search of before. */
export type SearchChoice = { text: string; kind: "operator" | "value" | "recent"; operator: string };

/**
 * The list under the search field: what completes the word at the caret, else what was searched for before. Arrows choose, Tab
 * and Enter take, Esc closes; without a list, Enter and the down key go to the threads, Esc clears and then leaves.
 */
export function useSearchCombobox({ q, input, onSearch, onLeave }: Asked) {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const completable = caret === null ? null : completableAt(q, caret);
  const completions = useSearchCompletion(completable);
  const choices = caret === null ? [] : choicesOf(q, completable, completions);
  const at = Math.min(active, choices.length - 1);

  const close = () => {
    setCaret(null);
    setActive(-1);
  };
  const change = (text: string, place: number) => {
    onSearch(text);
    setCaret(place);
    setActive(-1);
  };
  const take = ({ text, kind }: SearchChoice) => {
    const next = kind === "recent" || !completable ? { text, caret: text.length } : complete(q, completable, text);
    change(next.text, next.caret);
    if (kind === "recent") close();
    requestAnimationFrame(() => input.current?.setSelectionRange(next.caret, next.caret));
  };
  const leave = () => {
    rememberSearch(q);
    close();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const act = actionOf(event, {
      q,
      choices,
      at,
      isOpen: choices.length > 0,
      take,
      close,
      leave,
      onSearch,
      setActive,
    });
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { choices, at, change, take, close, onKeyDown, open: setCaret };
}

function choicesOf(q: string, completable: Completable | null, completions: string[]): SearchChoice[] {
  if (q === "") return recentSearches().map((text) => ({ text, kind: "recent", operator: "" }));
  const operator = completable?.operator;
  return completions.map((text) => ({
    text,
    kind: operator ? "value" : "operator",
    operator: operator ? `${operator}:` : "",
  }));
}

type Keys = {
  q: string;
  choices: SearchChoice[];
  at: number;
  isOpen: boolean;
  take: (choice: SearchChoice) => void;
  close: () => void;
  leave: () => void;
  onSearch: (q: string) => void;
  setActive: (at: number) => void;
};

function actionOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, keys: Keys): (() => void) | null {
  const { q, choices, at, isOpen, take, close, leave, onSearch, setActive } = keys;
  if (ctrlKey || metaKey || altKey) return null;
  const chosen = choices[at];
  const { length } = choices;
  if (key === "ArrowDown") return isOpen ? () => setActive((at + 1) % length) : leave;
  if (key === "ArrowUp") return isOpen ? () => setActive((Math.max(at, 0) - 1 + length) % length) : null;
  if (key === "Enter") return chosen ? () => take(chosen) : leave;
  if (key === "Tab" && !shiftKey) {
    const first = chosen ?? (choices[0]?.kind === "recent" ? undefined : choices[0]);
    return first ? () => take(first) : null;
  }
  if (key !== "Escape") return null;
  if (isOpen) return close;
  return q ? () => onSearch("") : leave;
}
