"use client";

import { BookmarkPlus, LayoutTemplate } from "lucide-react";
import { useEditorState, type Editor } from "@tiptap/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommands } from "@/components/commands/use-commands";
import { ToolButton } from "@/components/editor/tool-button";
import { chosenHtml } from "@/components/editor/put-html";
import { SaveTemplate } from "./save-template";
import { TemplateMenu } from "./template-menu";
import type { ComposerModel } from "./use-composer";

/** Puts in a template, and keeps chosen words as one; both are commands as well. */
export function TemplateTools({ model }: { model: ComposerModel }) {
  const t = useTranslations("composer.templates");
  const { editor, templates, dispatch } = model;
  const [kept, setKept] = useState<string | null>(null);
  const hasChosen = useEditorState({ editor, selector: ({ editor: read }) => read?.state.selection.empty === false });
  const insert = () => editor && askForTemplate(editor, templates.store);
  const keep = () => {
    // The text has the focus when the dialog opens, so that it has it again afterwards.
    editor?.view.focus();
    setKept((editor && chosenHtml(editor)) || null);
  };
  const where = { group: "reply", isEnabled: () => editor !== null } as const;
  useCommands([
    { ...where, id: "reply.template", label: t("insert"), icon: LayoutTemplate, run: insert },
    {
      ...where,
      id: "reply.keepTemplate",
      label: t("keep"),
      icon: BookmarkPlus,
      run: keep,
      isEnabled: () => hasChosen === true,
    },
  ]);
  return (
    <>
      <ToolButton label={t("insert")} onClick={insert}>
        <LayoutTemplate aria-hidden />
      </ToolButton>
      {hasChosen ? (
        <ToolButton label={t("keep")} onClick={keep}>
          <BookmarkPlus aria-hidden />
        </ToolButton>
      ) : null}
      {editor ? (
        <TemplateMenu
          editor={editor}
          templates={templates}
          onInserted={(templateId) => dispatch({ type: "template", templateId })}
        />
      ) : null}
      {kept === null ? null : (
        <SaveTemplate
          html={kept}
          folders={templates.data?.folders ?? []}
          onClose={() => setKept(null)}
          onSaved={templates.again}
        />
      )}
    </>
  );
}

/** The list opens at a "/" of its own, as if it had been typed; it goes with the list. */
function askForTemplate(editor: Editor, store: ComposerModel["templates"]["store"]): void {
  const { $to } = editor.state.selection;
  const before = $to.parent.textBetween(0, $to.parentOffset, undefined, "\ufffc");
  const mark = before === "" || /\s$/.test(before) ? "/" : " /";
  store.marked(mark);
  editor
    .chain()
    .focus()
    .insertContentAt($to.pos, mark)
    .setTextSelection($to.pos + mark.length)
    .run();
}
