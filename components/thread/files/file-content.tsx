"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { Skeleton } from "@/components/ui/skeleton";
import type { FilePreview } from "@/lib/domain/file-preview";
import type { AttachmentView } from "@/lib/domain/message-view";
import { previewQuery } from "@/lib/queries/files";
import { inlinePicturePath } from "@/lib/url/mail-paths";
import { CalendarFile } from "./calendar-file";

// PDF.js is large, and only for those who look at a PDF.
const PdfPages = late(async () => (await import("./pdf-pages")).PdfPages, <Waiting />);

/** What is in a file, as it can be shown without running anything of it. */
export function FileContent({ file }: { file: AttachmentView }) {
  const t = useTranslations("thread.files");
  const { data, isError, refetch } = useQuery(previewQuery(file.id));
  if (isError)
    return (
      <Centred>
        <p role="alert">{t("failed")}</p>
        <Button onClick={() => void refetch()}>{t("again")}</Button>
      </Centred>
    );
  return data ? <Shown preview={data} file={file} /> : <Waiting />;
}

function Shown({ preview, file }: { preview: FilePreview; file: AttachmentView }) {
  const t = useTranslations("thread.files");
  switch (preview.kind) {
    case "picture":
      return (
        <div className="flex min-h-full items-center justify-center p-4">
          {/* oxlint-disable-next-line nextjs/no-img-element -- a stored file, which no optimiser has to see */}
          <img src={inlinePicturePath(file.id)} alt={file.fileName} className="max-h-full max-w-full object-contain" />
        </div>
      );
    case "pdf":
      return <PdfPages attachmentId={file.id} fileName={file.fileName} />;
    case "calendar":
      return <CalendarFile invitation={preview.invitation} />;
    case "table":
      return (
        <>
          <Table rows={preview.rows} name={file.fileName} />
          <Cut isCut={preview.isCut} />
        </>
      );
    case "text":
      return (
        <>
          <pre
            dir="auto"
            className="min-h-full bg-surface p-4 font-mono text-12 [overflow-wrap:anywhere] whitespace-pre-wrap"
          >
            {preview.text}
          </pre>
          <Cut isCut={preview.isCut} />
        </>
      );
    case "none":
      return (
        <Centred>
          <p>{t(NOTHING_SHOWN[preview.reason])}</p>
        </Centred>
      );
  }
}

const NOTHING_SHOWN = { type: "noPreview", too_large: "tooLarge", empty: "empty" } as const;

function Table({ rows: [head = [], ...rows], name }: { rows: string[][]; name: string }) {
  return (
    <table aria-label={name} className="min-w-full border-collapse bg-surface text-12 tabular-nums">
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col" className="sticky top-0 border border-line bg-surface-2 px-2 py-1 text-left">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column} className="max-w-80 truncate border border-line px-2 py-1" title={cell}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cut({ isCut }: { isCut: boolean }) {
  const t = useTranslations("thread.files");
  return isCut ? (
    <p className="sticky bottom-0 border-t border-line bg-raised px-4 py-2 text-12 text-text-2">{t("cut")}</p>
  ) : null;
}

function Waiting() {
  return (
    <div aria-hidden className="flex flex-col gap-3 p-6">
      {["w-3/4", "w-1/2", "w-2/3", "w-3/5"].map((width) => (
        <Skeleton key={width} className={width} />
      ))}
    </div>
  );
}

const Centred = ({ children }: { children: ReactNode }) => (
  <div className="flex min-h-full flex-col items-center justify-center gap-3 p-6 text-center text-13 text-text-2">
    {children}
  </div>
);
