import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from "react";
import { addTyped, endsEntry, focusAfterArrow, focusAfterRemoval, removeEntry } from "./recipient-chips";

export type ChipField = ReturnType<typeof useChipField>;

type Elements = { row: RefObject<HTMLElement | null>; input: RefObject<HTMLInputElement | null> };

/** What is typed in a field of recipients, and what its keys do to it and to the chips before it. */
export function useChipField(entries: string[], onChange: (entries: string[]) => void, { row, input }: Elements) {
  const [typed, setTyped] = useState("");

  const focusOn = (target: number | "field") =>
    // After the list has been drawn anew.
    requestAnimationFrame(() => {
      const chip = target === "field" ? null : row.current?.querySelectorAll<HTMLElement>("[data-chip]")[target];
      (chip ?? input.current)?.focus();
    });

  const commit = (text = typed): string[] => {
    if (text.trim() === "") return entries;
    const next = addTyped(entries, text);
    setTyped("");
    onChange(next);
    return next;
  };
  const remove = (index: number) => {
    onChange(removeEntry(entries, index));
    focusOn(focusAfterRemoval(index, entries.length));
  };
  const edit = (index: number) => {
    const kept = commit();
    setTyped(kept[index] ?? "");
    onChange(removeEntry(kept, index));
    focusOn("field");
  };
  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (endsEntry(event.key, typed) && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      commit();
    } else if (event.key === "Backspace" && typed === "" && entries.length > 0) {
      event.preventDefault();
      onChange(removeEntry(entries, entries.length - 1));
    } else if (event.key === "ArrowLeft" && isAtStart && entries.length > 0) {
      event.preventDefault();
      focusOn(entries.length - 1);
    }
  };
  const onChipKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight")
      focusOn(focusAfterArrow(at, entries.length, event.key === "ArrowLeft" ? -1 : 1));
    else if (event.key === "Backspace" || event.key === "Delete") remove(at);
    else if (event.key === "Home" || event.key === "End") focusOn(event.key === "Home" ? 0 : "field");
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[@,;\n]/.test(text)) return;
    event.preventDefault();
    commit(typed + text);
  };
  return { typed, setTyped, commit, remove, edit, onInputKey, onChipKey, onPaste };
}
