"use client";

import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { EditorToolbar } from "./editor-toolbar";
import { replyExtensions } from "./extensions/reply-extensions";
import { variableMarks } from "./extensions/variable-marks";
import { PASTE_RULES } from "./paste-rules";
import { pastedHtml } from "./pasted-html";
import { pastedText } from "./pasted-text";
import { TemplateStore } from "./template-store";
import "./editor.css";

export type TemplateEditorProps = {
  /** The text to begin with; later changes of this prop are not taken over. */
  initialHtml: string;
  label: string;
  placeholder: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  onChange: (html: string) => void;
  /** How a variable is put in at the caret; null while there is no editor. */
  onReady: (insert: ((text: string) => void) | null) => void;
};

/** The rich text of a template, with its tools. Names that are no variables are marked as they are typed. */
export function TemplateEditor({
  initialHtml,
  label,
  placeholder,
  describedBy,
  isInvalid,
  ...on
}: TemplateEditorProps) {
  const t = useTranslations("composer.tools");
  const words = { placeholder, pictureWidth: t("pictureWidth"), checkBox: t("checkBox") };
  const [marks] = useState(() => variableMarks(new TemplateStore()));
  const editor = useEditor({
    extensions: [...replyExtensions(words), marks],
    content: initialHtml,
    immediatelyRender: false,
    injectCSS: false,
    enablePasteRules: PASTE_RULES,
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
      clipboardTextParser: (text, $context, isAsIs) => pastedText(text, $context.doc.type.schema, false, isAsIs),
    },
  });
  useReady(editor, on.onReady);
  return (
    <div className="flex flex-col rounded-2 border border-line-control bg-surface focus-within:border-focus">
      <div className="min-h-40 cursor-text px-3 py-2">
        <EditorContent editor={editor} />
      </div>
      <div className="border-t border-line px-2 py-1">
        <EditorToolbar editor={editor} />
      </div>
    </div>
  );
}

function useReady(editor: Editor | null, onReady: TemplateEditorProps["onReady"]): void {
  const ready = useEffectEvent(onReady);
  useEffect(() => {
    ready(editor && ((text) => void editor.chain().focus().insertContent({ type: "text", text }).run()));
    return () => ready(null);
  }, [editor]);
}
