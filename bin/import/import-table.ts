import { readFileSync } from "node:fs";
import { createTranslator } from "next-intl";
import { AppError } from "@/lib/core/errors";
import type { ImportKind } from "@/lib/domain/import-columns";
import type { ImportReport, ReportedRow } from "@/lib/domain/import-report";
import { checkImport } from "@/lib/services/imports/check-import";
import { writeImport } from "@/lib/services/imports/write-import";
import type { Context } from "@/lib/services/context";
import errors from "@/messages/en/errors.json";
import words from "@/messages/en/import.json";

type Asked = { kind: ImportKind; file: string; leaveOutWrong: boolean };
type Say = { progress: (line: string) => void; result: (line: string) => void };

const t = createTranslator({ locale: "en-GB", messages: { import: words, errors } });

/**
 * Imports a table as the page does: all rows or none. Wrong ones are told one by one, and left out only when that was asked for.
 * @returns whether it was written
 */
export async function importTable(context: Context, { kind, file, leaveOutWrong }: Asked, say: Say): Promise<boolean> {
  const bytes = readFileSync(file);
  try {
    const report = await checkImport(context, bytes, { kind, edits: [] });
    const { counts } = report;
    if (report.missing.length > 0) {
      say.progress(t("import.missing", { kind }));
      return false;
    }
    for (const row of report.wrong) say.progress(lineOf(row, report));
    if (counts.wrong > report.wrong.length)
      say.progress(t("import.moreWrong", { count: counts.wrong - report.wrong.length }));
    if (counts.wrong > 0 && !leaveOutWrong) {
      say.progress(
        `Nothing was written. Wrong rows: ${counts.wrong}, good ones: ${counts.new + counts.update + counts.same}. Set them right, or add --leave-out-wrong.`,
      );
      return false;
    }
    const written = await writeImport(context, bytes, { kind, edits: [], leaveOut: counts.wrong });
    const { new: added, update, same, wrong } = written.counts;
    say.result(`${kind}: ${added} new, ${update} changed, ${same} unchanged, ${wrong} left out.`);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    say.progress(refusalOf(error));
    return false;
  }
}

/** "Line 17, mail: This is not an e-mail address." */
function lineOf({ line, problems }: ReportedRow, { heads }: ImportReport): string {
  const sentences = problems.map(({ column, reason, values }) => {
    const head = column === null ? null : heads[column] || t("import.nameless", { number: column + 1 });
    return [head, sentenceOf(reason, values)].filter(Boolean).join(": ");
  });
  return `${t("import.row")} ${line}, ${sentences.join(" ")}`;
}

function sentenceOf(reason: string, values: Record<string, string | number> = {}): string {
  for (const key of [`import.problem.${reason}`, `errors.field.${reason}`] as const)
    if (t.has(key as "import.problem.required")) return t(key as "import.problem.required", values);
  return t("errors.field.invalid");
}

function refusalOf({ code, reason, fields: [field] }: AppError): string {
  const key = `import.refused.${field?.reason ?? reason ?? code}` as "import.refused.other";
  return t.has(key) ? t(key, field?.values ?? {}) : t("import.refused.other");
}
