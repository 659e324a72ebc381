"use client";

import { EditorContent, useEditor, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { plainBodyOf } from "@/lib/domain/plain-body";
import { editorContent } from "./editor-content";
import { EmojiSuggestions } from "./emoji-suggestions";
import { KeptCaret } from "./extensions/kept-caret";
import { plainExtensions } from "./extensions/plain-extensions";
import { replyExtensions } from "./extensions/reply-extensions";
import { templateSuggestion } from "./extensions/template-suggestion";
import { variableMarks } from "./extensions/variable-marks";
import { mailHtml } from "./mail-html";
import { PASTE_RULES } from "./paste-rules";
import { pastedHtml } from "./pasted-html";
import { pastedText } from "./pasted-text";
import { isPictureAlone } from "./picture-alone";
import { PlaceholderWords } from "./placeholder-words";
import type { TemplateStore } from "./template-store";
import "./editor.css";

export type ReplyEditorProps = {
  /** The text to begin with; later changes of this prop are not taken over. */
  initialHtml: string;
  label: string;
  placeholder: string;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  /** Text alone. A change of it begins anew, so that it wants another key. */
  isPlain?: boolean;
  /** Of the same composer as long as it is open. */
  templates: TemplateStore;
  onChange: (html: string) => void;
  /** Files that were pasted or dropped into the text; pictures among them are meant to stand in it. */
  onFiles: (files: File[]) => void;
  onReady: (editor: Editor | null) => void;
};

/** The text of a reply. Loaded when a composer opens, since it weighs as much as the page around it. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { initialHtml, label, placeholder, describedBy, isInvalid, isPlain = false, templates, ...on } = props;
  const t = useTranslations("composer.tools");
  const [asking] = useState(() => new PlaceholderWords(placeholder));
  const words = { placeholder: asking.read, pictureWidth: t("pictureWidth"), checkBox: t("checkBox") };
  const [content] = useState(() => editorContent(initialHtml, isPlain));
  const [forTemplates] = useState(() => [templateSuggestion(templates), variableMarks(templates)]);
  const editor = useEditor({
    extensions: [...(isPlain ? plainExtensions(words) : replyExtensions(words)), ...forTemplates, KeptCaret],
    content,
    immediatelyRender: false,
    injectCSS: false,
    enablePasteRules: PASTE_RULES,
    onUpdate: ({ editor: changed }) => on.onChange(changed.isEmpty ? "" : bodyOf(changed, isPlain)),
    editorProps: {
      attributes: {
        "aria-label": label,
        "aria-multiline": "true",
        role: "textbox",
        class: isPlain ? "reply-text is-plain" : "reply-text",
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(isInvalid ? { "aria-invalid": "true" } : {}),
      },
      transformPastedHTML: pastedHtml,
      clipboardTextParser: (text, $context, isAsIs) => pastedText(text, $context.doc.type.schema, isPlain, isAsIs),
    },
  });
  useEffect(() => {
    asking.take(placeholder);
    // It is drawn with the text.
    editor?.view.dispatch(editor.state.tr);
  }, [editor, asking, placeholder]);
  useReady(editor, on.onReady);
  useFiles(editor, on.onFiles);
  return (
    <>
      <EditorContent editor={editor} className="contents" />
      {editor ? <EmojiSuggestions editor={editor} /> : null}
    </>
  );
}

const bodyOf = ({ state: { doc } }: Editor, isPlain: boolean): string =>
  isPlain ? plainBodyOf(doc.textBetween(0, doc.content.size, "\n", "\n")) : mailHtml(doc);

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
      const html = event.clipboardData?.getData("text/html");
      if (!html || isPictureAlone(html)) take(event, event.clipboardData?.files);
    };
    const onDrop = (event: DragEvent) => {
      // What is dragged within the text only moves.
      if (editor.view.dragging || !event.dataTransfer?.files.length) return;
      const place = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (place) editor.commands.focus(place.pos);
      take(event, event.dataTransfer.files);
    };
    text.addEventListener("paste", onPaste, { capture: true });
    text.addEventListener("drop", onDrop, { capture: true });
    return () => {
      text.removeEventListener("paste", onPaste, { capture: true });
      text.removeEventListener("drop", onDrop, { capture: true });
    };
  }, [editor]);
}
