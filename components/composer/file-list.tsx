import { FileText, FileX, RotateCw, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { FieldError } from "@/components/ui/field";
import { cn } from "@/components/ui/cn";
import { hostOf, percentOf, totalSize, type ComposerFile } from "./files";
import { fileSize } from "./file-size";

type FileListProps = {
  files: ComposerFile[];
  /** What all of them may weigh. */
  maxBytes: number;
  error?: string | undefined;
  onRemove: (key: string) => void;
  onRetry: (key: string) => void;
};

/** The files of a reply with their progress, and what they weigh together. Pictures in the text appear only until they are there. */
export function FileList({ files, maxBytes, error, onRemove, onRetry }: FileListProps) {
  const t = useTranslations("composer.files");
  const locale = useLocale();
  const total = totalSize(files);
  // What belongs to a forwarded message is chosen beside it.
  const shown = files.filter((file) => !file.attachmentId && (!file.isInline || file.state !== "ready"));
  const isTooMuch = total > maxBytes;
  if (shown.length === 0 && !isTooMuch && !error) return null;
  return (
    <div className="flex flex-col gap-1.5 px-3 py-1.5">
      <ul aria-label={t("label")} className="flex flex-wrap items-center gap-1.5">
        {shown.map((file) => (
          <FileChip key={file.key} file={file} onRemove={() => onRemove(file.key)} onRetry={() => onRetry(file.key)} />
        ))}
        <li className={cn("text-12 tabular-nums", isTooMuch ? "text-bad" : "text-text-3")}>
          {t("total", { total: fileSize(total, locale).replace(/ MB$/, ""), limit: fileSize(maxBytes, locale) })}
        </li>
      </ul>
      {isTooMuch ? <FieldError>{t("tooMuch", { over: fileSize(total - maxBytes, locale) })}</FieldError> : null}
      {error ? <FieldError>{error}</FieldError> : null}
    </div>
  );
}

const comeIntoSight = (chip: HTMLLIElement | null) => chip?.scrollIntoView({ block: "nearest" });

function FileChip({ file, onRemove, onRetry }: { file: ComposerFile; onRemove: () => void; onRetry: () => void }) {
  const t = useTranslations("composer.files");
  const isFailed = file.state === "failed";
  const percent = percentOf(file);
  return (
    <li
      // What was just added is seen, also below a long text.
      ref={file.state === "uploading" ? comeIntoSight : undefined}
      className={cn(
        "relative inline-flex h-6 max-w-full items-center gap-1.5 overflow-hidden rounded-2 pr-0.5 pl-1.5 text-12 touch:h-9 [&_svg]:shrink-0",
        isFailed ? "bg-bad-soft text-bad" : "bg-sunken",
      )}
    >
      {file.state === "uploading" ? (
        <progress
          max={100}
          value={percent}
          aria-label={t("progress", { name: file.fileName })}
          className="absolute inset-0 size-full appearance-none bg-transparent [&::-moz-progress-bar]:bg-accent-soft [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent-soft"
        />
      ) : null}
      <span className="relative flex min-w-0 items-center gap-1.5 [&>svg]:size-3.5">
        {isFailed ? <FileX aria-hidden /> : <FileText aria-hidden className="text-text-2" />}
        <bdi className="truncate">{file.fileName}</bdi>
        <FileFigure file={file} percent={percent} />
      </span>
      {isFailed && file.problem !== "too_large" ? (
        <button
          type="button"
          onClick={onRetry}
          className="relative flex h-4.5 items-center gap-1 rounded-1 border border-bad-line bg-raised px-1.5 text-11 font-medium hover:bg-bad-soft [&_svg]:size-3"
        >
          <RotateCw aria-hidden />
          {t("retry")}
        </button>
      ) : null}
      <button
        type="button"
        onClick={onRemove}
        aria-label={t(file.state === "uploading" ? "cancel" : "remove", { name: file.fileName })}
        className="relative inline-flex size-5 shrink-0 items-center justify-center rounded-1 hover:bg-pressed touch:size-8"
      >
        <X aria-hidden className="size-3 stroke-2" />
      </button>
    </li>
  );
}

function FileFigure({ file, percent }: { file: ComposerFile; percent: number }) {
  const t = useTranslations("composer.files");
  const locale = useLocale();
  if (file.state === "failed")
    return (
      <span className="font-medium whitespace-nowrap">{t(`problem.${problemWord(file.problem)}`, { percent })}</span>
    );
  if (file.state === "uploading")
    return <span className="font-medium text-accent-text tabular-nums">{t("percent", { percent })}</span>;
  return (
    <span className="whitespace-nowrap text-text-3 tabular-nums">{hostOf(file) ?? fileSize(file.size, locale)}</span>
  );
}

const PROBLEMS = ["network", "too_large", "refused", "signed_out"] as const;
const problemWord = (problem: string | null) => PROBLEMS.find((word) => word === problem) ?? "network";
