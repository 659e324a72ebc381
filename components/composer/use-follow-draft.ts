import type { Editor } from "@tiptap/react";
import { useEffect, useEffectEvent } from "react";
import { editorContent } from "@/components/editor/editor-content";
import { draftOf, stateOfDraft, type ComposerAction, type ComposerState } from "./composer-state";
import type { DraftKeeper, KeepingState } from "./draft-keeper";
import type { SavedDraft } from "./saved-draft";

type Around = {
  state: ComposerState;
  editor: Editor | null;
  keeper: DraftKeeper;
  keeping: KeepingState;
  dispatch: (action: ComposerAction) => void;
  follow: (saved: SavedDraft, shown: ReturnType<typeof draftOf>) => void;
};

/** Where nothing was typed since it was saved, the composer shows what another window has saved of its draft. */
export function useFollowDraft(saved: SavedDraft | null, around: Around): void {
  const { state, editor, keeper, keeping, dispatch, follow } = around;
  const onSaved = useEffectEvent((news: SavedDraft) => {
    const isBusy = editor?.view.composing === true || state.files.some((file) => file.state !== "ready");
    if (isBusy || !keeper.mayFollow(news)) return;
    const next = stateOfDraft(news.content);
    follow(news, draftOf(next));
    dispatch({ type: "followed", saved: news.content });
    // Undo in this window takes back what was typed in it.
    const text = editorContent(next.bodyHtml, next.writing.isPlain === true);
    editor?.chain().setMeta("addToHistory", false).setContent(text, { emitUpdate: false }).run();
  });
  useEffect(() => {
    // What came while a save was on its way is taken once that has arrived.
    if (saved && editor && keeping.state === "saved") onSaved(saved);
  }, [saved, editor, keeping]);
}
