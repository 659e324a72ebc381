"use client";

import { ChevronLeft, ChevronRight, Download, FolderDown, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { fileSize } from "@/components/composer/file-size";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import type { AttachmentView } from "@/lib/domain/message-view";
import { attachmentPath } from "@/lib/url/mail-paths";
import { FileContent } from "./file-content";

type FilePreviewProps = {
  files: AttachmentView[];
  index: number;
  allPath: string;
  onShow: (index: number) => void;
  onClose: () => void;
};

/** Files, one at a time: arrows lead on, D downloads, Esc goes back to where it was opened. */
export function FilePreview({ files, index, allPath, onShow, onClose }: FilePreviewProps) {
  const t = useTranslations("thread.files");
  const locale = useLocale();
  const content = useRef<HTMLElement>(null);
  const download = useRef<HTMLAnchorElement>(null);
  const file = files[index]!;
  const go = (by: number) => onShow((index + by + files.length) % files.length);
  const isOne = files.length === 1;
  usePreviewKeys({ go: isOne ? null : go, download: () => download.current?.click() });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={<bdi className="block truncate pr-8">{file.fileName}</bdi>}
      description={
        <output className="block tabular-nums">
          {fileSize(file.size, locale)}
          {isOne ? null : `, ${t("place", { place: index + 1, count: files.length })}`}
        </output>
      }
      initialFocus={content}
      className="flex max-w-4xl flex-col"
    >
      <IconButton label={t("close")} onClick={onClose} className="absolute top-4 right-4">
        <X aria-hidden />
      </IconButton>
      <section
        ref={content}
        aria-label={t("content", { name: file.fileName })}
        // Keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
        tabIndex={0}
        className="h-[calc(100dvh-13rem)] overflow-auto rounded-2 border border-line bg-sunken"
      >
        <FileContent key={file.id} file={file} />
      </section>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {isOne ? null : (
          <>
            <IconButton label={t("previous")} shortcut="ArrowLeft" onClick={() => go(-1)}>
              <ChevronLeft aria-hidden />
            </IconButton>
            <IconButton label={t("next")} shortcut="ArrowRight" onClick={() => go(1)}>
              <ChevronRight aria-hidden />
            </IconButton>
            <a href={allPath} download className={`${buttonClass({ variant: "quiet" })} ml-auto`}>
              <FolderDown aria-hidden />
              {t("all", { count: files.length })}
            </a>
          </>
        )}
        <a
          ref={download}
          href={attachmentPath(file.id)}
          download={file.fileName}
          aria-keyshortcuts="D"
          className={`${buttonClass()} ${isOne ? "ml-auto" : ""}`}
        >
          <Download aria-hidden />
          {t("download")}
        </a>
      </div>
    </Dialog>
  );
}

function usePreviewKeys({ go, download }: { go: ((by: number) => void) | null; download: () => void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (event.key === "d") download();
    else if (go && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      // What is wider than its place is moved by the arrows first.
      const { target } = event;
      if (target instanceof HTMLElement && target.scrollWidth > target.clientWidth + 1) return;
      go(event.key === "ArrowLeft" ? -1 : 1);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => onKey(event);
    // Dialogs keep the arrows from the page below.
    document.addEventListener("keydown", heard, { capture: true });
    return () => document.removeEventListener("keydown", heard, { capture: true });
  }, []);
}
