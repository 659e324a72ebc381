"use client";

import { Popover } from "@base-ui/react/popover";
import { Toolbar } from "@base-ui/react/toolbar";
import type { Editor } from "@tiptap/react";
import { Link2, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { isLinkTarget } from "./link-target";
import { modKey } from "./mod-key";

/** Puts a link on the chosen words, changes the one at the caret or takes it away. Also by Mod+K in the text. */
export function LinkTool({
  editor,
  isActive,
  className,
}: {
  editor: Editor | null;
  isActive: boolean;
  className: string;
}) {
  const t = useTranslations("composer.tools");
  const [isOpen, setOpen] = useState(false);
  useLinkKey(editor, () => setOpen(true));
  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => setOpen(open)}>
      <Popover.Trigger
        disabled={!editor}
        render={
          <Toolbar.Button
            render={
              <IconButton label={t("link")} shortcut={`${modKey()}+K`} aria-pressed={isActive} className={className}>
                <Link2 aria-hidden />
              </IconButton>
            }
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner side="top" align="start" sideOffset={6} className="z-popover">
          <Popover.Popup
            aria-label={t("link")}
            finalFocus={() => editor?.view.dom}
            className="w-80 max-w-[calc(100vw-1.5rem)] rounded-3 bg-raised p-2 shadow-2 outline-none"
          >
            {editor ? <LinkForm editor={editor} isActive={isActive} onDone={() => setOpen(false)} /> : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function LinkForm({ editor, isActive, onDone }: { editor: Editor; isActive: boolean; onDone: () => void }) {
  const t = useTranslations("composer.tools");
  const errorId = useId();
  const [address, setAddress] = useState<string>(() => String(editor.getAttributes("link").href ?? ""));
  const [isWrong, setWrong] = useState(false);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isLinkTarget(address)) return setWrong(true);
    putLink(editor, withScheme(address.trim()));
    onDone();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange("link").unsetLink().run();
    onDone();
  };
  return (
    <form onSubmit={apply} className="flex flex-col gap-1.5" noValidate>
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={t("linkAddress")}
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
          <IconButton label={t("removeLink")} onClick={remove}>
            <Unlink aria-hidden />
          </IconButton>
        ) : null}
      </div>
      {isWrong ? <FieldError id={errorId}>{t("badLink")}</FieldError> : null}
    </form>
  );
}

/** Without chosen words the address itself becomes the words. */
function putLink(editor: Editor, href: string): void {
  const chain = editor.chain().focus();
  if (editor.state.selection.empty && !editor.isActive("link"))
    chain.insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run();
  else chain.extendMarkRange("link").setLink({ href }).run();
}

const withScheme = (address: string) => {
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(address)) return address;
  return /^[^\s/@]+@[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
};

function useLinkKey(editor: Editor | null, onPressed: () => void) {
  const open = useEffectEvent(onPressed);
  useEffect(() => {
    if (!editor) return;
    const text = editor.view.dom;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    };
    text.addEventListener("keydown", onKey);
    return () => text.removeEventListener("keydown", onKey);
  }, [editor]);
}
