"use client";

import type { Editor } from "@tiptap/core";
import { Copy, ExternalLink, Pencil, Unlink } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { TOOL_CLASS } from "./tool-button";
import { removeLink } from "./link-caret";
import { isLinkTarget } from "./link-target";
import { useCopyLink } from "./use-copy-link";

/** Where a link leads, and what can be done with it. */
export function LinkActions({ editor, href, onChange }: { editor: Editor; href: string; onChange: () => void }) {
  const t = useTranslations("composer.tools");
  const copy = useCopyLink();
  return (
    <div className="flex items-center gap-0.5">
      {isLinkTarget(href) ? (
        <a
          href={href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          aria-label={t("openLink", { address: href })}
          className="flex min-w-0 items-center gap-1.5 rounded-2 px-1.5 text-12 text-accent-text hover:underline"
        >
          <span className="max-w-56 truncate">{href.replace(/^https?:\/\//, "")}</span>
          <ExternalLink aria-hidden className="size-3.5 shrink-0" />
        </a>
      ) : null}
      <IconButton label={t("changeLink")} onClick={onChange} className={TOOL_CLASS}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton label={t("copyLink")} onClick={() => copy(href)} className={TOOL_CLASS}>
        <Copy aria-hidden />
      </IconButton>
      <IconButton label={t("removeLink")} onClick={() => removeLink(editor)} className={TOOL_CLASS}>
        <Unlink aria-hidden />
      </IconButton>
    </div>
  );
}
