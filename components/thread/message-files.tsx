import { File, FileArchive, FileImage, FileSpreadsheet, FileText, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { fileSize } from "@/components/composer/file-size";
import type { AttachmentView } from "@/lib/domain/thread-view";
import { attachmentPath } from "@/lib/url/mail-paths";

const ICONS: [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/pdf|^text\/|word|document$/, FileText],
  [/sheet|excel|csv/, FileSpreadsheet],
  [/zip|compressed|tar|rar|7z/, FileArchive],
];

/** A message's files. They are downloaded; none opens on this origin. */
export function MessageFiles({ files }: { files: AttachmentView[] }) {
  const t = useTranslations("thread.files");
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="mt-2 flex flex-wrap gap-1.5">
      {files.map(({ id, fileName, size, contentType }) => {
        const Icon = ICONS.find(([type]) => type.test(contentType))?.[1] ?? File;
        return (
          <li key={id} className="max-w-full">
            <a
              href={attachmentPath(id)}
              download={fileName}
              title={t("download")}
              className="flex h-6 max-w-full items-center gap-1.5 rounded-2 bg-sunken px-2 text-12 hover:bg-pressed touch:h-control-touch"
            >
              <Icon aria-hidden className="size-3.5 shrink-0 stroke-[1.75] text-text-2" />
              <bdi className="truncate font-medium">{fileName}</bdi>
              <span className="shrink-0 text-text-3 tabular-nums">{fileSize(size)}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
