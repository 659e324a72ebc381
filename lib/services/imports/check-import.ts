import { SECRET_FIELDS } from "@/lib/domain/import-columns";
import type { ImportReport, ReportedRow, RowCounts } from "@/lib/domain/import-report";
import { may, type Context } from "@/lib/services/context";
import { planImport } from "./plan-import";
import type { PlannedRow } from "./planned-row";
import type { CheckImportInput } from "./schemas";

const PREVIEW_ROWS = 10;
/** More are counted, not listed. */
const WRONG_ROWS = 200;
const MASK = "••••••";
/** What is longer is cut where it is only looked at. */
const SHOWN_CHARACTERS = 300;

/**
 * What a table would bring in, with what is wrong in which row. Nothing is written, and the table is kept nowhere.
 * @throws AppError `forbidden` for all but admins, `invalid` for a file that is no table
 */
export async function checkImport(context: Context, bytes: Uint8Array, input: CheckImportInput): Promise<ImportReport> {
  may(context.actor, "import.run");
  const { table, columns, missing, plan } = await planImport(context, bytes, input);
  const masked = table.heads.map(
    (head, column) => SECRET_FIELDS.includes(columns[column] ?? "") || /pass/iu.test(head),
  );
  const shown = ({ line, cells, outcome, problems }: PlannedRow<unknown>): ReportedRow => ({
    line,
    cells: cells.map((cell, column) => (masked[column] && cell ? MASK : cell.slice(0, SHOWN_CHARACTERS))),
    outcome,
    problems,
  });
  return {
    kind: input.kind,
    heads: table.heads,
    columns,
    delimiter: table.delimiter,
    charset: table.charset,
    rows: table.rows.length,
    missing,
    counts: countsOf(plan.rows),
    newCampaigns: plan.newCampaigns,
    preview: plan.rows.slice(0, PREVIEW_ROWS).map(shown),
    wrong: plan.rows
      .filter(({ outcome }) => outcome === "wrong")
      .slice(0, WRONG_ROWS)
      .map(shown),
  };
}

/** How many rows do what. */
export function countsOf(rows: PlannedRow<unknown>[]): RowCounts {
  const counts: RowCounts = { new: 0, update: 0, same: 0, wrong: 0 };
  for (const { outcome } of rows) counts[outcome]++;
  return counts;
}
