"use client";

import { Image as ImageIcon, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { EditorToolbar } from "@/components/editor/editor-toolbar";
import { ToolButton } from "@/components/editor/tool-button";
import type { ThreadView } from "@/lib/domain/thread-view";
import { PlainTool } from "./plain-tool";
import { PreviewTool } from "./preview-tool";
import { TemplateTools } from "./template-tools";
import type { ComposerModel } from "./use-composer";

/** The editor's tools, files and pictures, plain text and the preview. */
export function ComposerTools({ model, thread }: { model: ComposerModel; thread: ThreadView }) {
  const t = useTranslations("composer.tools");
  const isPlain = model.state.writing.isPlain === true;
  const files = useRef<HTMLInputElement>(null);
  const pictures = useRef<HTMLInputElement>(null);
  return (
    <>
      <EditorToolbar editor={model.editor} further={isPlain ? 5 : 6}>
        <ToolButton label={t("file")} onClick={() => files.current?.click()}>
          <Paperclip aria-hidden />
        </ToolButton>
        {isPlain ? null : (
          <ToolButton label={t("image")} onClick={() => pictures.current?.click()}>
            <ImageIcon aria-hidden />
          </ToolButton>
        )}
        <TemplateTools model={model} />
        <PlainTool model={model} />
        <PreviewTool model={model} thread={thread} />
      </EditorToolbar>
      <FileInput ref={files} label={t("file")} onFiles={(added) => void model.uploads.add(added, false)} />
      <FileInput
        ref={pictures}
        label={t("image")}
        accept="image/png,image/jpeg,image/gif,image/webp"
        onFiles={(added) => {
          model.editor?.commands.focus();
          model.takeFilesInText(added);
        }}
      />
    </>
  );
}

type FileInputProps = {
  ref: React.Ref<HTMLInputElement>;
  label: string;
  accept?: string;
  onFiles: (files: File[]) => void;
};

/** The platform's file dialog, opened by a tool; the same file may be chosen twice in a row. */
function FileInput({ ref, label, accept, onFiles }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      hidden
      tabIndex={-1}
      aria-label={label}
      {...(accept ? { accept } : {})}
      onChange={(event) => {
        const chosen = [...(event.currentTarget.files ?? [])];
        event.currentTarget.value = "";
        if (chosen.length > 0) onFiles(chosen);
      }}
    />
  );
}
