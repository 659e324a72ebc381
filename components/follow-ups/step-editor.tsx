"use client";

import type { Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { EditorToolbar } from "@/components/editor/editor-toolbar";
import { ReplyEditor } from "@/components/editor/reply-editor";
import { TemplateStore } from "@/components/editor/template-store";
import { toast } from "@/components/ui/toast";
import type { VariableSource } from "@/lib/domain/template-variables";

type StepEditorProps = {
  initialHtml: string;
  /** What the text is, where it is not a step's. */
  label?: string;
  takesFocus?: boolean;
  /** What fills variables; null while it is being read. */
  source: VariableSource | null;
  onChange: (html: string) => void;
};

/** The text of a step, or of a reply that is looked at, with the tools of a reply's text. It takes the focus when it comes, where it was asked for. */
export function StepEditor({ initialHtml, label, takesFocus = true, source, onChange }: StepEditorProps) {
  const t = useTranslations("follow-ups.editor");
  const [store] = useState(() => new TemplateStore());
  const [editor, setEditor] = useState<Editor | null>(null);
  useEffect(() => store.fillFrom(source), [store, source]);
  useEffect(() => {
    if (takesFocus) editor?.commands.focus("end");
  }, [editor, takesFocus]);
  return (
    <div data-step-text className="flex flex-col border-t border-line">
      <div className="max-h-72 min-h-28 cursor-text overflow-y-auto px-3 py-2">
        <ReplyEditor
          initialHtml={initialHtml}
          label={label ?? t("text")}
          placeholder={t("placeholder")}
          templates={store}
          onChange={onChange}
          onFiles={() => void toast(t("noFiles"), { tone: "warn" })}
          onReady={setEditor}
        />
      </div>
      <div className="border-t border-line px-2 py-1">
        <EditorToolbar editor={editor} />
      </div>
    </div>
  );
}
