import { Editor } from "@tiptap/react";
import { replyExtensions } from "./extensions/reply-extensions";
import { mailHtml } from "./mail-html";

/** A text that no editor has opened (a template) as it leaves when nobody writes on it. */
export function mailHtmlOf(html: string): string {
  const editor = new Editor({ element: null, extensions: replyExtensions(NO_WORDS), content: html, injectCSS: false });
  const written = editor.isEmpty ? "" : mailHtml(editor.state.doc);
  editor.destroy();
  return written;
}

/** Nothing is shown of it. */
const NO_WORDS = { placeholder: "", pictureWidth: "", checkBox: "" };
