import type { CommandProps, Editor } from "@tiptap/core";

/** The caret behind what was chosen: the next letter goes on, where a chosen link would be typed over and lost. */
export const caretBehind = ({ tr, commands }: CommandProps): boolean => commands.setTextSelection(tr.selection.to);

/** The words stay, their link goes. */
export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange("link").unsetLink().command(caretBehind).run();
}
