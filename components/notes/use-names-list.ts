import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { nameBeforeCaret } from "@/lib/domain/note";
import type { PersonView } from "@/lib/domain/person-view";

const MOST = 6;

type Around = {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  people: PersonView[];
  onChange: (text: string) => void;
};

export type NamesList = ReturnType<typeof useNamesList>;

/** Who may be meant behind an "@", as a list under the field: arrows walk, Enter and Tab take, Escape closes the list alone. */
export function useNamesList({ field, text, people, onChange }: Around) {
  const [caret, setCaret] = useState<number | null>(null);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [walked, setWalked] = useState({ typed: "", index: 0 });
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    next.current = null;
  });
  const named = caret === null ? null : nameBeforeCaret(text, caret);
  const typed = named?.typed ?? "";
  const options = named && closedFor !== typed ? people.filter(fits(typed)).slice(0, MOST) : [];
  const isOpen = options.length > 0;
  const index = walked.typed === typed ? Math.min(walked.index, options.length - 1) : 0;
  const walkTo = (to: number) => setWalked({ typed, index: (to + options.length) % options.length });
  const take = (person: PersonView | undefined) => {
    if (!named || caret === null || !person) return;
    const said = `@${person.name} `;
    next.current = named.from + said.length;
    setCaret(next.current);
    setClosedFor(null);
    onChange(text.slice(0, named.from) + said + text.slice(caret).replace(/^ /, ""));
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.metaKey || event.ctrlKey || event.altKey) return false;
    if (event.key === "ArrowDown") walkTo(index + 1);
    else if (event.key === "ArrowUp") walkTo(index - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) take(options[index]);
    else if (event.key === "Escape") setClosedFor(typed);
    else return false;
    return true;
  };
  const follow = () => {
    const at = field.current?.selectionStart ?? null;
    setCaret(at);
    if (at === null || nameBeforeCaret(field.current?.value ?? "", at) === null) setClosedFor(null);
  };
  return { isOpen, options, index, onKey, take, walkTo, follow, leave: () => setCaret(null) };
}

/** By the beginning of any of their names; who is named in full already is not asked for again. */
const fits =
  (typed: string) =>
  ({ name }: PersonView): boolean => {
    const [whole, said] = [name.toLowerCase(), typed.toLowerCase()];
    return whole !== said && (whole.startsWith(said) || whole.split(" ").some((word) => word.startsWith(said)));
  };
