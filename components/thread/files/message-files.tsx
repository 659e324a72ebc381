"use client";

import {
  CalendarDays,
  CloudDownload,
  Download,
  File,
  FileArchive,
  FileImage,
  FileSpreadsheet,
  FileText,
  type LucideIcon,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { fileSize } from "@/components/composer/file-size";
import { late } from "@/components/ui/late";
import { previewKindOf } from "@/lib/domain/file-preview";
import type { AttachmentView, RemoteFileView } from "@/lib/domain/message-view";
import { attachmentPath } from "@/lib/url/mail-paths";

const FilePreview = late(async () => (await import("./file-preview")).FilePreview);

/** `allPath`: where all of them come from as one download. */
type MessageFilesProps = { allPath: string; files: AttachmentView[]; remoteFiles: RemoteFileView[] };

/** Files of a message or a thread: looked at without leaving, or downloaded, one or all. None opens on this origin. */
export function MessageFiles({ allPath, files, remoteFiles }: MessageFilesProps) {
  const t = useTranslations("thread.files");
  const [shown, setShown] = useState<number | null>(null);
  if (files.length + remoteFiles.length === 0) return null;
  return (
    <>
      <ul aria-label={t("label")} className="mt-2 flex flex-wrap gap-1.5">
        {files.map((file, index) => (
          <li key={file.id} className="flex max-w-full">
            <FileChip file={file} onShow={() => setShown(index)} />
          </li>
        ))}
        {remoteFiles.map(({ name, url }) => (
          <li key={url} className="max-w-full">
            <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={CHIP}>
              <CloudDownload aria-hidden className={ICON} />
              <bdi className="truncate font-medium">{name}</bdi>
              <span className="shrink-0 text-text-3">{t("atSmartlead")}</span>
            </a>
          </li>
        ))}
        {files.length > 1 ? (
          <li>
            <a href={allPath} download className={CHIP}>
              <Download aria-hidden className={ICON} />
              {t("all", { count: files.length })}
            </a>
          </li>
        ) : null}
      </ul>
      {shown === null ? null : (
        <FilePreview files={files} index={shown} allPath={allPath} onShow={setShown} onClose={() => setShown(null)} />
      )}
    </>
  );
}

const CHIP =
  "flex h-6 max-w-full min-w-0 items-center gap-1.5 rounded-2 bg-sunken px-2 text-12 hover:bg-pressed touch:h-control-touch";
const ICON = "size-3.5 shrink-0 stroke-[1.75] text-text-2";

const ICONS: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/calendar|\/ics/, CalendarDays],
  [/sheet|excel|csv/, FileSpreadsheet],
  [/pdf|^text\/|word|document$/, FileText],
  [/zip|compressed|tar|rar|7z/, FileArchive],
];

function FileChip({ file, onShow }: { file: AttachmentView; onShow: () => void }) {
  const t = useTranslations("thread.files");
  const locale = useLocale();
  const { id, fileName, size, contentType } = file;
  const Icon = ICONS.find(([type]) => type.test(contentType))?.[1] ?? File;
  const content = (
    <>
      <Icon aria-hidden className={ICON} />
      <bdi className="truncate font-medium">{fileName}</bdi>
      <span className="shrink-0 text-text-3 tabular-nums">{fileSize(size, locale)}</span>
    </>
  );
  if (previewKindOf(file) === "none")
    return (
      <a href={attachmentPath(id)} download={fileName} title={t("download")} className={CHIP}>
        {content}
      </a>
    );
  return (
    <>
      <button
        type="button"
        title={t("preview")}
        aria-haspopup="dialog"
        onFocus={FilePreview.load}
        onPointerEnter={FilePreview.load}
        onClick={onShow}
        className={`${CHIP} rounded-r-none`}
      >
        {content}
      </button>
      <a
        href={attachmentPath(id)}
        download={fileName}
        aria-label={t("downloadOne", { name: fileName })}
        title={t("download")}
        className="flex h-6 w-6 shrink-0 items-center justify-center rounded-r-2 bg-sunken hover:bg-pressed touch:size-control-touch"
      >
        <Download aria-hidden className={ICON} />
      </a>
    </>
  );
}
