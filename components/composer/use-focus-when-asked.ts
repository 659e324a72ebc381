import { useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";
import { draftOf } from "./composer-state";
import { takeTyped } from "./type-ahead";
import { putTyped, withTyped } from "./typed-words";
import type { ComposerModel } from "./use-composer";
import type { Turn } from "./use-turn";

type Around = Pick<ComposerModel, "editor" | "state" | "keeper" | "fields">;

/**
 * The text takes the focus each time that somebody asks for it, and what was typed until it was there; where a forward names nobody yet,
 * To does. Whoever has gone on to a field before the editor came is typing there, and stays.
 */
export function useFocusWhenAsked({ editor, state, keeper, fields }: Around, asked: number, turn: Turn | null) {
  const answered = useRef(0);
  const wasWaiting = useRef(false);
  const beginsInTo = useEffectEvent(() => {
    const { kind, to } = turn && "opening" in turn ? turn.opening : { kind: state.writing.kind, to: state.to };
    return kind === "forward" && to.length === 0 && !(turn && "added" in turn);
  });
  useEffect(() => {
    if (answered.current === asked) return;
    if (!wasWaiting.current && beginsInTo()) {
      answered.current = asked;
      return fields.to.current?.type(takeTyped());
    }
    if (!editor) {
      wasWaiting.current = true;
      return;
    }
    const isLate = wasWaiting.current;
    wasWaiting.current = false;
    answered.current = asked;
    const put = () => putTyped(editor, takeTyped());
    if (isLate && document.activeElement?.matches("input, textarea, select")) {
      editor.commands.setTextSelection(editor.state.doc.content.size);
      return put();
    }
    editor.commands.focus("end");
    if (editor.isFocused) put();
    else editor.once("focus", put);
  }, [editor, asked, fields]);
  const onLeft = useEffectEvent(() => {
    const typed = takeTyped();
    if (typed) keeper.change(withTyped(draftOf(state), typed));
  });
  // Who leaves before the editor has come finds the words in the draft: taken before what shows the composer throws them away.
  useLayoutEffect(() => () => onLeft(), []);
}
