import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { fileSize } from "@/components/composer/file-size";
import { cn } from "@/components/ui/cn";
import type { ReviewVersion } from "@/lib/domain/review-view";

/** The files of a version; those that the version before did not have are marked. */
export function ReviewFiles({ version, before }: { version: ReviewVersion; before: ReviewVersion | null }) {
  const t = useTranslations("review.draft");
  const { attachments } = version.text;
  if (attachments.length === 0) return null;
  const isNew = (name: string) => before !== null && !before.text.attachments.some(({ fileName }) => fileName === name);
  return (
    <ul aria-label={t("files")} className="flex flex-wrap gap-2">
      {attachments.map(({ fileName, size }, index) => (
        <li
          key={index}
          className={cn(
            "flex min-w-0 items-center gap-1.5 rounded-2 border border-line-2 px-2 py-1 text-12",
            isNew(fileName) && "border-transparent bg-diff-add text-diff-add-text",
          )}
        >
          <Paperclip aria-hidden className="size-3.5 shrink-0 stroke-[1.75]" />
          <bdi className="min-w-0 truncate font-medium">{fileName}</bdi>
          {size === null ? null : <span className="shrink-0 tabular-nums">{fileSize(size)}</span>}
          {isNew(fileName) ? <span>{t("added", { number: version.number })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
