import { useRef, useState } from "react";
import type { ImportKind } from "@/lib/domain/import-columns";
import type { ImportReport, ImportResult } from "@/lib/domain/import-report";
import { checkImportFile, writeImportFile, type ImportRefusal } from "@/lib/queries/imports";

export type Edit = { line: number; column: number; value: string };
type Asked = { file: File; columns?: (string | null)[]; edits: Edit[] };
export type ImportModel = ReturnType<typeof useImport>;

/**
 * A file on its way in: read again by the server after each change of what columns stand for and of cells, written when somebody
 * says so. The file itself stays in the browser.
 */
export function useImport(kind: ImportKind) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [refusal, setRefusal] = useState<ImportRefusal | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const [pending, setPending] = useState<"checking" | "writing" | null>(null);
  const running = useRef<AbortController | null>(null);

  const check = async (next: Asked) => {
    running.current?.abort();
    const mine = (running.current = new AbortController());
    setAsked(next);
    setPending("checking");
    const { file, columns, edits } = next;
    const answer = await checkImportFile(file, { kind, edits, ...(columns ? { columns } : {}) }, mine.signal).catch(
      () => null,
    );
    if (mine.signal.aborted || !answer) return;
    setPending(null);
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) setReport(answer.data);
  };
  const write = async () => {
    if (!asked || !report) return;
    setPending("writing");
    const { file, edits } = asked;
    const input = { kind, edits, columns: report.columns, leaveOut: report.counts.wrong };
    const answer = await writeImportFile(file, input);
    setPending(null);
    if (answer.ok) return setResult(answer.data);
    setRefusal(answer.error);
    // More is wrong than was seen: it is shown.
    if (answer.error.reason === "import_wrong_rows") await check({ ...asked, columns: report.columns });
    setRefusal(answer.error);
  };
  const reset = () => {
    running.current?.abort();
    setAsked(null);
    setReport(null);
    setRefusal(null);
    setResult(null);
    setPending(null);
  };
  return {
    kind,
    fileName: asked?.file.name ?? null,
    edits: asked?.edits ?? [],
    report,
    refusal,
    result,
    pending,
    choose: (file: File) => {
      reset();
      void check({ file, edits: [] });
    },
    mapColumn: (column: number, field: string | null) => {
      if (asked && report) void check({ ...asked, columns: mapped(report.columns, column, field) });
    },
    edit: (edit: Edit) => {
      if (!asked || !report) return;
      const others = asked.edits.filter(({ line, column }) => line !== edit.line || column !== edit.column);
      void check({ ...asked, columns: report.columns, edits: [...others, edit] });
    },
    write: () => void write(),
    reset,
  };
}

/** A field stands for one column: the column that had it before is left out. */
function mapped(columns: (string | null)[], column: number, field: string | null): (string | null)[] {
  const isShared = field === null || field === "custom";
  return columns.map((each, index) => (index === column ? field : !isShared && each === field ? null : each));
}
