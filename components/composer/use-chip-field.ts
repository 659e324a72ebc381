import { useState, type ClipboardEvent, type KeyboardEvent, type RefObject } from "react";
import { addTyped, endsEntry, focusAfterArrow, focusAfterRemoval, removeEntry, replaceTyped } from "./recipient-chips";

export type ChipField = ReturnType<typeof useChipField>;

type Elements = { row: RefObject<HTMLElement | null>; input: RefObject<HTMLInputElement | null> };

/** What is typed in a field of recipients, and what its keys do to it and to the chips before it. */
export function useChipField(entries: string[], onChange: (entries: string[]) => void, { row, input }: Elements) {
  const [typed, setTyped] = useState("");
  // The entry that is typed anew. It stays one of them until the new text is taken: who goes meanwhile loses nobody.
  const [edited, setEdited] = useState<string | null>(null);

  const focusOn = (target: number | "field") =>
    // After the list has been drawn anew.
    requestAnimationFrame(() => {
      const chip = target === "field" ? null : row.current?.querySelectorAll<HTMLElement>("[data-chip]")[target];
      (chip ?? input.current)?.focus();
    });

  const commit = (text = typed): string[] => {
    if (text.trim() === "" && edited === null) return entries;
    const next = edited === null ? addTyped(entries, text) : replaceTyped(entries, edited, text);
    setTyped("");
    setEdited(null);
    if (next !== entries) onChange(next);
    return next;
  };
  const remove = (index: number) => {
    onChange(removeEntry(entries, index));
    focusOn(focusAfterRemoval(index, entries.length));
  };
  const edit = (index: number) => {
    commit();
    setTyped(entries[index] ?? "");
    setEdited(entries[index] ?? null);
    focusOn("field");
  };
  const onInputKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0;
    if (endsEntry(event.key, typed) && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      commit();
    } else if (event.key === "Backspace" && typed === "" && entries.length > 0) {
      event.preventDefault();
      if (edited === null) onChange(removeEntry(entries, entries.length - 1));
      else commit();
    } else if (event.key === "ArrowLeft" && isAtStart && entries.length > 0) {
      event.preventDefault();
      // The chip of what is typed anew is hidden.
      focusOn((edited === null ? entries : commit()).length - 1);
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
  return { typed, setTyped, edited, commit, remove, edit, onInputKey, onChipKey, onPaste };
}
