import { DOMParser as ModelParser, DOMSerializer } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";

/** Puts HTML in the place of a range as a paste would: a single paragraph goes into the line, the rest keeps its blocks. */
export function putHtml(editor: Editor, { from, to }: { from: number; to: number }, html: string): void {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const slice = ModelParser.fromSchema(editor.schema).parseSlice(body, { preserveWhitespace: true });
  editor
    .chain()
    .command(({ tr }) => {
      tr.replaceRange(from, to, slice);
      return true;
    })
    .focus()
    .run();
}

/** What is chosen in the text, as HTML; empty where nothing is. */
export function chosenHtml(editor: Editor): string {
  const { selection, schema } = editor.state;
  if (selection.empty) return "";
  const box = document.createElement("div");
  box.append(DOMSerializer.fromSchema(schema).serializeFragment(selection.content().content));
  return box.innerHTML;
}
