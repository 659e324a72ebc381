"use client";

import type { Editor } from "@tiptap/core";
import { Copy, ExternalLink, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { caretBehind, removeLink } from "./link-caret";
import { isLinkTarget, linkAddress } from "./link-target";
import { useCopyLink } from "./use-copy-link";

/** The address of a link, new or changed. */
export function LinkForm({ editor, isActive, onDone }: { editor: Editor; isActive: boolean; onDone: () => void }) {
  const t = useTranslations("composer.tools");
  const errorId = useId();
  const copy = useCopyLink();
  const [address, setAddress] = useState<string>(() => String(editor.getAttributes("link")["href"] ?? ""));
  const [isWrong, setWrong] = useState(false);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isLinkTarget(address)) return setWrong(true);
    putLink(editor, linkAddress(address));
    onDone();
  };
  const remove = () => {
    removeLink(editor);
    onDone();
  };
  return (
    <form onSubmit={apply} className="flex w-80 max-w-full flex-col gap-1.5" noValidate>
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={t("linkAddress")}
          ref={intoField}
          inputMode="url"
          placeholder="https://"
          value={address}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? errorId : undefined}
          onChange={(event) => {
            setAddress(event.target.value);
            setWrong(false);
          }}
        />
        <Button type="submit">{t("applyLink")}</Button>
        {isActive ? (
          <>
            <IconButton label={t("copyLink")} onClick={() => copy(address)}>
              <Copy aria-hidden />
            </IconButton>
            <IconButton label={t("openLink", { address })} onClick={() => openLink(address)}>
              <ExternalLink aria-hidden />
            </IconButton>
            <IconButton label={t("removeLink")} onClick={remove}>
              <Unlink aria-hidden />
            </IconButton>
          </>
        ) : null}
      </div>
      {isWrong ? <FieldError id={errorId}>{t("badLink")}</FieldError> : null}
    </form>
  );
}

/** Where the bubble was open already, nothing else brings the focus here; it is not placed yet, so that nothing scrolls to it. */
const intoField = (element: HTMLElement | null) => element?.focus({ preventScroll: true });

/** Without chosen words the address itself becomes the words. */
function putLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (editor.state.selection.empty && !editor.isActive("link"))
    chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  else chain.extendMarkRange("link").setLink({ href }).command(caretBehind).run();
}

function openLink(address: string): void {
  if (isLinkTarget(address)) window.open(linkAddress(address), "_blank", "noopener,noreferrer");
}
