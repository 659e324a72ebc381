"use client";

import { EditorContent, useEditor } from "@tiptap/react";
import { EditorToolbar } from "./editor-toolbar";
import { signatureExtensions } from "./extensions/signature-extensions";
import { pastedHtml } from "./pasted-html";
import { pastedText } from "./pasted-text";
import { PASTE_RULES } from "./paste-rules";
import "./editor.css";

export type SignatureEditorProps = {
  /** The text to begin with; later changes of this prop are not taken over. */
  initialHtml: string;
  label: string;
  placeholder: string;
  onChange: (html: string) => void;
};

/** The rich text of a signature, with its tools. */
export function SignatureEditor({ initialHtml, label, placeholder, onChange }: SignatureEditorProps) {
  const editor = useEditor({
    extensions: signatureExtensions(placeholder),
    content: initialHtml,
    immediatelyRender: false,
    injectCSS: false,
    enablePasteRules: PASTE_RULES,
    onUpdate: ({ editor: changed }) => onChange(changed.isEmpty ? "" : changed.getHTML()),
    editorProps: {
      attributes: { "aria-label": label, "aria-multiline": "true", role: "textbox", class: "reply-text" },
      transformPastedHTML: pastedHtml,
      clipboardTextParser: (text, $context) => pastedText(text, $context.doc.type.schema, false),
    },
  });
  return (
    <div className="flex flex-col rounded-2 border border-line-control bg-surface focus-within:border-focus">
      <div className="min-h-24 px-3 py-2">
        <EditorContent editor={editor} />
      </div>
      <div className="border-t border-line px-2 py-1">
        <EditorToolbar editor={editor} />
      </div>
    </div>
  );
}
