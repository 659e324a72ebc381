import type { Editor } from "@tiptap/react";
import type { DraftContent } from "@/lib/domain/draft";
import { paragraphsOf } from "@/lib/domain/plain-text";

/** Writes what was typed before the editor came where the caret is, as if it were typed now. */
export function putTyped(editor: Editor, typed: string): void {
  for (const [index, line] of typed.split("\n").entries()) {
    if (index > 0) editor.commands.enter();
    if (line) editor.commands.insertContent({ type: "text", text: line });
  }
}

/** A draft with what was typed before the editor came, for who puts the reply aside before it has. */
export const withTyped = (content: DraftContent, typed: string): DraftContent =>
  typed === "" ? content : { ...content, bodyHtml: content.bodyHtml + paragraphsOf(typed) };
