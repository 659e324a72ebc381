import type { Editor } from "@tiptap/react";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { closeTemplateSuggestion } from "@/components/editor/extensions/template-suggestion";
import { putHtml } from "@/components/editor/put-html";
import type { TemplateAsked } from "@/components/editor/template-store";
import { isComposing } from "@/components/ui/is-composing";
import { fillForEditing } from "@/lib/domain/fill-variables";
import { rankedTemplates, withFolders, type OfferedTemplate } from "./ranked-templates";
import type { ComposerTemplates } from "./use-templates";

type Around = { editor: Editor; templates: ComposerTemplates; onInserted: (templateId: string) => void };

/** What is offered behind "/": arrows walk, Enter and Tab put it in with what is known of the lead, Escape closes the list alone. */
export function useTemplateList({ editor, templates, onInserted }: Around) {
  const listId = useId();
  const { store, data, isError } = templates;
  const asked = useSyncExternalStore(store.subscribe, store.asked, store.asked);
  const all = data ? withFolders(data.templates, data.folders) : [];
  const options = asked ? rankedTemplates(all, asked.query) : [];
  const note = noteOf({ asked, isLoaded: data !== undefined, isError, count: all.length });
  const isOpen = asked !== null && (options.length > 0 || note !== null);
  const [walked, setWalked] = useState({ query: "", index: 0 });
  const index = Math.min(walked.query === asked?.query ? walked.index : 0, options.length - 1);
  const take = (template: OfferedTemplate | undefined) => {
    if (!template || !asked || !data) return;
    putHtml(editor, asked, fillForEditing(template.bodyHtml, data.source).html);
    onInserted(template.id);
  };
  const walkTo = (to: number) =>
    setWalked({ query: asked?.query ?? "", index: (to + options.length) % options.length });
  useListKeys(store, (event) => {
    if (options.length === 0 || event.metaKey || event.ctrlKey || event.altKey || isComposing(event)) return false;
    if (event.key === "ArrowDown") walkTo(index + 1);
    else if (event.key === "ArrowUp") walkTo(index - 1);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) take(options[index]);
    else return false;
    return true;
  });
  useEscape(isOpen, () => closeTemplateSuggestion(editor));
  useMarkTakenBack(editor, store, asked);
  useOwnedList(editor, isOpen ? listId : null, isOpen && index >= 0 ? optionId(listId, index) : null);
  return { listId, asked, isOpen, options, note, index, take, walkTo };
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** What the list says instead of templates. With words behind the "/" that none has it is only a slash. */
function noteOf(now: { asked: TemplateAsked | null; isLoaded: boolean; isError: boolean; count: number }) {
  if (!now.asked || now.asked.query !== "") return null;
  if (now.isError && !now.isLoaded) return "failed" as const;
  return now.isLoaded && now.count === 0 ? ("none" as const) : null;
}

/** The list hears keys through the editor, which has uses of its own for them. */
function useListKeys(store: ComposerTemplates["store"], onKey: (event: KeyboardEvent) => boolean): void {
  const key = useEffectEvent(onKey);
  useEffect(() => store.hearKeys((event) => key(event)), [store]);
}

/** Before the composer hears it, which would be put aside. */
function useEscape(isOpen: boolean, onEscape: () => void): void {
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onEscape();
  });
  // From the moment the list is seen.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const listener = (event: KeyboardEvent) => escape(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, [isOpen]);
}

/** The "/" of the button goes with the list that it opened, unless somebody has typed behind it or taken a template. */
function useMarkTakenBack(editor: Editor, store: ComposerTemplates["store"], asked: TemplateAsked | null): void {
  const before = useRef<TemplateAsked | null>(null);
  useEffect(() => {
    const left = before.current;
    before.current = asked;
    if (asked || !left) return;
    const mark = store.takeMark();
    const from = left.to - mark.length;
    if (!mark || left.query !== "" || from < 0 || left.to > editor.state.doc.content.size) return;
    if (editor.state.doc.textBetween(from, left.to) === mark) editor.commands.deleteRange({ from, to: left.to });
  }, [editor, store, asked]);
}

/** Tells assistive technology of the list, at the text that has the focus. */
function useOwnedList(editor: Editor, listId: string | null, activeId: string | null): void {
  useEffect(() => {
    const text = editor.view.dom;
    const set = (name: string, value: string | null) =>
      value === null ? text.removeAttribute(name) : text.setAttribute(name, value);
    set("aria-controls", listId);
    set("aria-autocomplete", listId && "list");
    set("aria-activedescendant", activeId);
  }, [editor, listId, activeId]);
}
