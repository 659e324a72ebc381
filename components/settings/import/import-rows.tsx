"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { CUSTOM_FIELD, IMPORT_FIELDS } from "@/lib/domain/import-columns";
import type { ImportReport, ReportedRow } from "@/lib/domain/import-report";
import { ImportCell } from "./import-cell";
import type { ImportModel } from "./use-import";
import { useImportWords } from "./use-import-words";

type ImportRowsProps = { model: ImportModel; report: ImportReport; rows: ReportedRow[]; hasProblems: boolean };

/** Rows of the file below what their columns stand for. It scrolls sideways by itself, since files are as wide as they are. */
export function ImportRows({ model, report, rows, hasProblems }: ImportRowsProps) {
  const t = useTranslations("import");
  if (rows.length === 0 && report.missing.length === 0)
    return <p className="px-4 pb-4 text-text-2 lg:px-5">{t("noRows")}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways has to be reached by keys
    <section aria-label={t("table")} tabIndex={0} className={SIDEWAYS}>
      <table className="w-full border-collapse text-left">
        <thead className="bg-surface-2 align-bottom text-11 text-text-3">
          <tr className="border-b border-line [&_th]:px-2 [&_th]:py-2 [&_th]:font-regular">
            <th scope="col" className="pl-4 lg:pl-5">
              {t("row")}
            </th>
            {report.heads.map((head, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- a column is its place
              <ColumnHead key={column} column={column} head={head} model={model} report={report} />
            ))}
            <th scope="col" className={cn("min-w-40 bg-surface-2 pr-4 lg:pr-5", IN_SIGHT)}>
              {hasProblems ? t("whatIsWrong") : null}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} model={model} report={report} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const SIDEWAYS = "overflow-x-auto border-y border-line -outline-offset-2 md:scroll-pe-48";

/** What is wrong in a row stays in sight however wide the file is; a phone has no room for it beside the cells. */
const IN_SIGHT = "md:sticky md:right-0 md:border-l md:border-line";

type HeadProps = { column: number; head: string; model: ImportModel; report: ImportReport };

function ColumnHead({ column, head, model, report }: HeadProps) {
  const t = useTranslations("import");
  const name = head || t("nameless", { number: column + 1 });
  const fields: string[] = [...IMPORT_FIELDS[report.kind], ...(report.kind === "leads" ? [CUSTOM_FIELD] : [])];
  return (
    <th scope="col" className="min-w-36">
      <span className="block max-w-48 truncate pb-1 font-mono text-text-2">{name}</span>
      <Select
        aria-label={t("columnOf", { head: name })}
        value={report.columns[column] ?? ""}
        disabled={model.pending === "writing"}
        onChange={(event) => model.mapColumn(column, event.target.value || null)}
        className="text-text"
      >
        <option value="">{t("leaveOut")}</option>
        {fields.map((field) => (
          <option key={field} value={field}>
            {t(`fields.${field}` as "fields.email")}
          </option>
        ))}
      </Select>
    </th>
  );
}

function Row({ row, model, report }: { row: ReportedRow; model: ImportModel; report: ImportReport }) {
  const t = useTranslations("import");
  const words = useImportWords();
  const isWrong = row.outcome === "wrong";
  const problemsId = `problems-${row.line}`;
  return (
    <tr
      className={cn(
        "border-b border-line align-top last:border-b-0 [&_td]:px-2 [&_td]:py-1.5",
        isWrong && "shadow-[inset_2px_0_0_var(--bad)]",
      )}
    >
      <td className="pl-4 text-12 text-text-3 tabular-nums lg:pl-5">{row.line}</td>
      {row.cells.map((cell, column) => (
        <ImportCell
          // oxlint-disable-next-line react/no-array-index-key -- a cell is its place
          key={column}
          cell={cell}
          head={report.heads[column] || t("nameless", { number: column + 1 })}
          field={report.columns[column] ?? null}
          isWrong={row.problems.some((problem) => problem.column === column)}
          describedBy={problemsId}
          line={row.line}
          onEdit={(value) => model.edit({ line: row.line, column, value })}
        />
      ))}
      <td
        id={problemsId}
        className={cn("bg-surface pr-4 text-12 lg:pr-5", IN_SIGHT, isWrong ? "text-bad" : "text-text-3")}
      >
        {isWrong ? row.problems.map(words.ofProblem).join(" ") : t(`outcome.${row.outcome}`)}
      </td>
    </tr>
  );
}
