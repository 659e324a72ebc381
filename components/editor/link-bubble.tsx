"use client";

import { Popover } from "@base-ui/react/popover";
import { useEditorState, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from "react";
import { LinkActions } from "./link-actions";
import { LinkForm } from "./link-form";
import { linkPlace } from "./link-place";

type LinkBubbleProps = {
  editor: Editor;
  /** The address is being written. */
  isEditing: boolean;
  onEditing: (isEditing: boolean) => void;
};

/**
 * Puts a link on the chosen words. Where the caret is in one, a bubble says where it leads and opens, changes, copies or removes
 * it; Mod+K goes into it. Where there is nothing to link, that key is the palette's as everywhere.
 */
export function LinkBubble({ editor, isEditing, onEditing }: LinkBubbleProps) {
  const t = useTranslations("composer.tools");
  const popup = useRef<HTMLDivElement>(null);
  const hasFocus = useHasFocus(editor, popup);
  const link = useEditorState({ editor, selector: ({ editor: read }) => linkAtCaret(read) });
  const isActive = useEditorState({ editor, selector: ({ editor: read }) => read.isActive("link") });
  const edit = () => onEditing(true);
  useLinkKey(editor, edit);
  const close = () => {
    onEditing(false);
    editor.view.focus();
  };
  return (
    <Popover.Root open={isEditing || (hasFocus && link !== null)} onOpenChange={(open) => !open && onEditing(false)}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={linkPlace(editor)}
          side="bottom"
          align="start"
          sideOffset={6}
          // A link that is scrolled out of the text has no bubble over what stands below.
          className={isEditing ? "z-popover" : "z-popover data-anchor-hidden:invisible"}
        >
          <Popover.Popup
            ref={popup}
            aria-label={t("linkActions")}
            // While somebody types in the text the bubble only shows.
            initialFocus={isEditing}
            finalFocus={false}
            // A press on a button leaves the focus where it is.
            onMouseDown={(event) => {
              if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Escape") return;
              event.preventDefault();
              event.stopPropagation();
              close();
            }}
            className="max-w-[calc(100vw-1.5rem)] rounded-3 bg-raised p-1.5 shadow-2 outline-none"
          >
            {isEditing ? (
              <LinkForm editor={editor} isActive={isActive} onDone={close} />
            ) : link ? (
              <LinkActions editor={editor} href={link} onChange={edit} />
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The address of the link that the caret is in. */
function linkAtCaret(editor: Editor): string | null {
  if (!editor.state.selection.empty || !editor.isActive("link")) return null;
  return String(editor.getAttributes("link")["href"] ?? "") || null;
}

/** Whether the text or its bubble has the focus, looked at when the focus has arrived: between the two nobody has it. */
function useHasFocus(editor: Editor, popup: RefObject<HTMLElement | null>): boolean {
  const [hasFocus, setFocus] = useState(editor.isFocused);
  useEffect(() => {
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { activeElement } = document;
        setFocus(editor.view.dom.contains(activeElement) || popup.current?.contains(activeElement) === true);
      });
    };
    document.addEventListener("focusin", look);
    document.addEventListener("focusout", look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("focusin", look);
      document.removeEventListener("focusout", look);
    };
  }, [editor, popup]);
  return hasFocus;
}

function useLinkKey(editor: Editor, onPressed: () => void) {
  const open = useEffectEvent(onPressed);
  useEffect(() => {
    const text = editor.view.dom;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.target instanceof Node) || !text.contains(event.target)) return;
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
      takeChosen(editor);
      if (editor.state.selection.empty && !editor.isActive("link")) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    // Before the commands, whose palette has the same key.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [editor]);
}

/** Words that were chosen a moment ago: the editor hears of its selection after the next key. */
function takeChosen({ view, state, commands }: Editor): void {
  const chosen = document.getSelection();
  if (!state.selection.empty || !chosen || chosen.isCollapsed || !chosen.anchorNode || !chosen.focusNode) return;
  if (!view.dom.contains(chosen.anchorNode) || !view.dom.contains(chosen.focusNode)) return;
  const ends = [
    view.posAtDOM(chosen.anchorNode, chosen.anchorOffset),
    view.posAtDOM(chosen.focusNode, chosen.focusOffset),
  ].toSorted((one, other) => one - other);
  commands.setTextSelection({ from: ends[0]!, to: ends[1]! });
}
