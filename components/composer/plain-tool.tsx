"use client";

import type { Editor } from "@tiptap/react";
import { RemoveFormatting } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { plainOfDoc } from "@/components/editor/plain-of-doc";
import { ToolButton } from "@/components/editor/tool-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { plainBodyOf, textOfPlainBody } from "@/lib/domain/plain-body";
import { paragraphsOf } from "@/lib/domain/plain-text";
import type { ComposerModel } from "./use-composer";

/** Goes on in plain text, and back. What would be lost by it is said first. */
export function PlainTool({ model: { state, editor, dispatch } }: { model: ComposerModel }) {
  const t = useTranslations("composer");
  const [isAsking, setAsking] = useState(false);
  const safe = useRef<HTMLButtonElement>(null);
  const isPlain = state.writing.isPlain === true;
  const awaitEditor = useFocusOfNext(editor);
  const put = (on: boolean) => {
    if (!editor) return;
    setAsking(false);
    awaitEditor();
    const html = on ? plainBodyOf(plainOfDoc(editor.state.doc)) : paragraphsOf(textOfPlainBody(state.bodyHtml));
    dispatch({ type: "plain", on, html });
  };
  return (
    <>
      <ToolButton
        label={t("tools.plain")}
        isPressed={isPlain}
        onClick={() => (!isPlain && isFormatted(state.bodyHtml) ? setAsking(true) : put(!isPlain))}
      >
        <RemoveFormatting aria-hidden />
      </ToolButton>
      <Dialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("plain.title")}
        description={t(/<img\b/i.test(state.bodyHtml) ? "plain.textPictures" : "plain.text")}
        initialFocus={safe}
        actions={
          <>
            <Button ref={safe} onClick={() => setAsking(false)}>
              {t("plain.keep")}
            </Button>
            <Button variant="danger" onClick={() => put(true)}>
              {t("plain.go")}
            </Button>
          </>
        }
      />
    </>
  );
}

/** Whether there is more in a body than lines and paragraphs. */
const isFormatted = (html: string): boolean => /<(?!\/?(?:p|br)\b)/i.test(html);

/** The text is another one from then on, and takes the focus from its former self. */
function useFocusOfNext(editor: Editor | null): () => void {
  const isAwaited = useRef(false);
  useEffect(() => {
    if (!editor || !isAwaited.current) return;
    isAwaited.current = false;
    // After a dialog has given the focus back.
    const timer = setTimeout(() => editor.commands.focus("end"), 50);
    return () => clearTimeout(timer);
  }, [editor]);
  return () => void (isAwaited.current = true);
}
