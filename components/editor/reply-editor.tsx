"use client";

import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useEffect, useEffectEvent } from "react";
import { pastedHtml } from "./pasted-html";
import { replyExtensions } from "./extensions";
import "./editor.css";

export type ReplyEditorProps = {
  /** The text to begin with; later changes of this prop are not taken over. */
  initialHtml: string;
  label: string;
  placeholder: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  onChange: (html: string) => void;
  /** Files that were pasted or dropped into the text; pictures among them are meant to stand in it. */
  onFiles: (files: File[]) => void;
  onReady: (editor: Editor | null) => void;
};

/** The rich text of a reply. Loaded when a composer opens, since it weighs as much as the page around it. */
export function ReplyEditor({ initialHtml, label, placeholder, describedBy, isInvalid, ...on }: ReplyEditorProps) {
  const editor = useEditor({
    extensions: replyExtensions(placeholder),
    content: initialHtml,
    immediatelyRender: false,
    injectCSS: false,
    onUpdate: ({ editor: changed }) => on.onChange(changed.isEmpty ? "" : changed.getHTML()),
    editorProps: {
      attributes: {
        "aria-label": label,
        "aria-multiline": "true",
        role: "textbox",
        class: "reply-text",
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(isInvalid ? { "aria-invalid": "true" } : {}),
      },
      transformPastedHTML: pastedHtml,
    },
  });
  useReady(editor, on.onReady);
  useFiles(editor, on.onFiles);
  return <EditorContent editor={editor} className="contents" />;
}

function useReady(editor: Editor | null, onReady: (editor: Editor | null) => void) {
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    ready(editor);
    return () => ready(null);
  }, [editor]);
}

/** Files reach the text before the editor does; it leaves alone what is prevented already. */
function useFiles(editor: Editor | null, onFiles: (files: File[]) => void) {
  const take = useEffectEvent((event: Event, list: FileList | undefined) => {
    if (!list || list.length === 0) return;
    event.preventDefault();
    onFiles([...list]);
  });
  useEffect(() => {
    const text = editor?.view.dom;
    if (!editor || !text) return;
    const onPaste = (event: ClipboardEvent) => {
      // A spreadsheet's clipboard holds its cells as a picture too: text wins over files.
      if (!event.clipboardData?.getData("text/html")) take(event, event.clipboardData?.files);
    };
    const onDrop = (event: DragEvent) => {
      // What is dragged within the text only moves.
      if (!editor.view.dragging) take(event, event.dataTransfer?.files);
    };
    text.addEventListener("paste", onPaste, { capture: true });
    text.addEventListener("drop", onDrop, { capture: true });
    return () => {
      text.removeEventListener("paste", onPaste, { capture: true });
      text.removeEventListener("drop", onDrop, { capture: true });
    };
  }, [editor]);
}
