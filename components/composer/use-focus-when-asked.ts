import { useEffect, useRef } from "react";
import { stopTyping, takeTyped } from "./type-ahead";
import { putTyped } from "./typed-words";
import type { ComposerModel } from "./use-composer";

/** The text takes the focus each time that somebody asks for it, and what was typed until it was there. */
export function useFocusWhenAsked(editor: ComposerModel["editor"], asked: number) {
  const answered = useRef(0);
  useEffect(() => {
    if (!editor || answered.current === asked) return;
    answered.current = asked;
    const put = () => putTyped(editor, takeTyped());
    editor.commands.focus("end");
    if (editor.isFocused) put();
    else editor.once("focus", put);
  }, [editor, asked]);
  useEffect(() => stopTyping, []);
}
