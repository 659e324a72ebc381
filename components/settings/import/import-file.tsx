"use client";

import { FileSpreadsheet, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, type ChangeEvent } from "react";
import { Button } from "@/components/ui/button";
import { FileDrop } from "./file-drop";
import type { ImportModel } from "./use-import";

const DELIMITERS: Record<string, "comma" | "semicolon" | "tab" | "bar"> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/** Where a file is chosen or dropped; then what it is. */
export function ImportFile({ model }: { model: ImportModel }) {
  const t = useTranslations("import.file");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { report, fileName } = model;
  const change = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    if (file) model.choose(file);
    // The same file once more, after it was set right, is a choice too.
    currentTarget.value = "";
  };
  return (
    <FileDrop onFiles={([file]) => file && model.choose(file)}>
      <input
        ref={input}
        id={id}
        type="file"
        tabIndex={-1}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        aria-label={t("label")}
        onChange={change}
        className="sr-only"
      />
      <Button icon={<FileUp aria-hidden />} onClick={() => input.current?.click()}>
        {fileName ? t("other") : t("choose")}
      </Button>
      {fileName && report ? (
        <p className="flex min-w-0 items-center gap-1.5 text-12 text-text-2">
          <FileSpreadsheet aria-hidden className="size-[15px] shrink-0 stroke-[1.75]" />
          <span className="min-w-0 break-words">
            {t("facts", {
              name: fileName,
              rows: report.rows,
              delimiter: t(`delimiter.${DELIMITERS[report.delimiter] ?? "other"}`),
              charset: report.charset.toUpperCase(),
            })}
          </span>
        </p>
      ) : (
        <p className="min-w-0 flex-1 basis-56 text-12 text-text-3">{fileName ?? t("drop")}</p>
      )}
    </FileDrop>
  );
}
