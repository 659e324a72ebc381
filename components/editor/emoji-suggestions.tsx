"use client";

import { useEditorState, type Editor } from "@tiptap/react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { cn } from "@/components/ui/cn";
import { isComposing } from "@/components/ui/is-composing";
import { loadEmoji, type Emoji } from "./emoji-data";
import { searchEmoji } from "./search-emoji";

/** What is typed after a colon that begins a word: two characters at least, since ":)" and "at 9:30" are no names. */
const TYPED = /(?:^|[\s(])(:([\p{L}\p{N}_+-]{2,30}))$/u;
const SHOWN = 6;

/** ":smi" offers emoji under the caret: arrows walk, Enter and Tab take, Escape leaves what was typed. */
export function EmojiSuggestions({ editor }: { editor: Editor }) {
  const t = useTranslations("composer.tools");
  const id = useId();
  const typed = useEditorState({ editor, selector: ({ editor: read }) => typedAt(read) });
  const [closedFor, setClosedFor] = useState<number | null>(null);
  const [walked, setWalked] = useState({ query: "", index: 0 });
  const emoji = useFound(typed?.query ?? "");
  const options = typed && closedFor !== typed.from ? emoji : [];
  const index = walked.query === typed?.query ? Math.min(walked.index, options.length - 1) : 0;
  const isOpen = options.length > 0;

  const take = (chosen: Emoji | undefined) => {
    // The list is drawn a moment after the text: what was typed since is replaced with the rest.
    const now = typedAt(editor);
    if (!now || !chosen) return;
    editor.chain().focus().insertContentAt({ from: now.from, to: now.to }, chosen.character).run();
  };
  const walk = (step: number) =>
    setWalked({ query: typed?.query ?? "", index: (index + step + options.length) % options.length });
  useKeys(isOpen, editor, {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Enter: () => take(options[index]),
    Tab: () => take(options[index]),
    Escape: () => setClosedFor(typed?.from ?? null),
  });
  useSpoken(editor, isOpen ? { list: id, option: `${id}-${index}` } : null);
  if (!isOpen || !typed) return null;
  const place = editor.view.coordsAtPos(typed.from);
  return createPortal(
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the text
      role="listbox"
      aria-label={t("emojiSuggestions", { query: typed.query })}
      style={{ left: Math.min(place.left, window.innerWidth - 232), bottom: window.innerHeight - place.top + 4 }}
      className="fixed z-popover w-56 rounded-3 bg-raised p-1 shadow-2"
    >
      {options.map((each, at) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text hears the keys
        <div
          key={each.character}
          id={`${id}-${at}`}
          tabIndex={-1}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
          role="option"
          aria-selected={at === index}
          // The text keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(each)}
          className={cn(
            "flex min-h-control items-center gap-2 rounded-2 px-2 text-13 select-none hover:bg-hover touch:min-h-control-touch",
            at === index && "bg-hover",
          )}
        >
          <span aria-hidden className="text-16">
            {each.character}
          </span>
          <span className="min-w-0 flex-1 truncate">{each.label}</span>
        </div>
      ))}
    </div>,
    document.body,
  );
}

function typedAt({ state: { selection }, isFocused }: Editor) {
  const { $from, empty } = selection;
  if (!isFocused || !empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 40), $from.parentOffset, null, "\ufffc");
  const found = TYPED.exec(before);
  return found ? { query: found[2]!, from: $from.pos - found[1]!.length, to: $from.pos } : null;
}

/** The names are read when somebody first types a colon and a word. */
function useFound(query: string): Emoji[] {
  const locale = useLocale();
  const [all, setAll] = useState<Emoji[]>([]);
  const isAsked = query !== "";
  useEffect(() => {
    let isWanted = true;
    if (isAsked)
      loadEmoji(locale).then(
        (list) => isWanted && setAll(list),
        () => undefined,
      );
    return () => void (isWanted = false);
  }, [isAsked, locale]);
  return isAsked ? searchEmoji(all, query, SHOWN) : [];
}

/** Heard before the editor and before the composer, which would be put aside by Escape. */
function useKeys(isOpen: boolean, editor: Editor, keys: Partial<Record<string, () => void>>): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    const run = keys[event.key];
    if (!run || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || isComposing(event)) return;
    if (!editor.isFocused) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    run();
  });
  // From the moment the list is seen: Enter right after it is no new line.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const listener = (event: KeyboardEvent) => hear(event);
    window.addEventListener("keydown", listener, { capture: true });
    return () => window.removeEventListener("keydown", listener, { capture: true });
  }, [isOpen]);
}

/** The text says which of the list is chosen, as long as there is one. */
function useSpoken(editor: Editor, at: { list: string; option: string } | null): void {
  const list = at?.list;
  const option = at?.option;
  useEffect(() => {
    const text = editor.view.dom;
    if (!list || !option) return;
    text.setAttribute("aria-controls", list);
    text.setAttribute("aria-activedescendant", option);
    return () => {
      text.removeAttribute("aria-controls");
      text.removeAttribute("aria-activedescendant");
    };
  }, [editor, list, option]);
}
