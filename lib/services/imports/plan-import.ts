import { AppError } from "@/lib/core/errors";
import { CUSTOM_FIELD, guessColumns, IMPORT_FIELDS, NEEDED_FIELDS } from "@/lib/domain/import-columns";
import type { Context } from "@/lib/services/context";
import { planCampaigns } from "./plan-campaigns";
import { planLeads } from "./plan-leads";
import { planMailboxes } from "./plan-mailboxes";
import type { ImportPlan, SourceRow } from "./planned-row";
import { readTable, type Table } from "./read-table";
import type { CheckImportInput } from "./schemas";

export type Planned = { table: Table; columns: (string | null)[]; missing: string[]; plan: ImportPlan };

const PLANS = { leads: planLeads, mailboxes: planMailboxes, campaigns: planCampaigns };

/**
 * Reads a table and finds what it would do, row by row; `context.db` is the transaction in which the plan can be applied.
 * Without a needed column there is nothing to do, and `missing` says which.
 * @throws AppError `invalid` for a file that is no table, and for columns that do not fit it
 */
export async function planImport(context: Context, bytes: Uint8Array, input: CheckImportInput): Promise<Planned> {
  const table = readTable(bytes);
  const columns = columnsOf(input, table);
  const missing = NEEDED_FIELDS[input.kind].filter((field) => !columns.includes(field));
  const columnOf = (field: string) => {
    const column = columns.indexOf(field);
    return column < 0 ? null : column;
  };
  const rows = missing.length > 0 ? [] : rowsOf(table, input);
  const plan = await PLANS[input.kind](context, { rows, heads: table.heads, columns, columnOf });
  return { table, columns, missing, plan };
}

function columnsOf({ kind, columns: chosen }: CheckImportInput, { heads }: Table): (string | null)[] {
  if (!chosen) return guessColumns(kind, heads);
  const fields: readonly string[] = IMPORT_FIELDS[kind];
  const isKnown = (field: string | null) =>
    field === null || fields.includes(field) || (field === CUSTOM_FIELD && kind === "leads");
  const once = chosen.filter((field) => field !== null && field !== CUSTOM_FIELD);
  if (chosen.length !== heads.length || !chosen.every(isKnown)) refuse("columns_do_not_fit");
  if (new Set(once).size !== once.length) refuse("column_twice");
  return chosen;
}

/** The rows with what was set right by hand; what has more cells than the table has heads is no row of it. */
function rowsOf({ rows, heads }: Table, { edits }: CheckImportInput): SourceRow[] {
  const byLine = Map.groupBy(edits, ({ line }) => line);
  return rows.map(({ line, cells }) => {
    const edited = [...cells];
    for (const { column, value } of byLine.get(line) ?? []) edited[column] = value;
    const isTooLong = cells.slice(heads.length).some((cell) => cell.trim() !== "");
    const padded = heads.map((_head, column) => edited[column] ?? "");
    return { line, cells: padded, problems: isTooLong ? [{ column: null, reason: "too_many_cells" }] : [] };
  });
}

function refuse(reason: string): never {
  throw new AppError("invalid", { fields: [{ path: "columns", reason }] });
}
