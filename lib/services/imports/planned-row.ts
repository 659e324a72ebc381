import type { z } from "zod";
import { AppError } from "@/lib/core/errors";
import { fieldProblemsOf } from "@/lib/core/field-problems";
import type { CellProblem, RowOutcome } from "@/lib/domain/import-report";

/** A row of the table with what its columns stand for: `at` names the column of a field. */
export type SourceRow = { line: number; cells: string[]; problems: CellProblem[] };
export type ColumnOf = (field: string) => number | null;

/** What a row would do. What it writes is the plan's own. */
export type PlannedRow<Write> = SourceRow & { outcome: RowOutcome; write: Write | null };

/** What a table would do, and how to do it in the transaction that planned it. */
export type ImportPlan = { rows: PlannedRow<unknown>[]; newCampaigns: string[]; apply: () => Promise<void> };

/** A row's values by field, without outer spaces; fields without a column or a value are absent. */
export function valuesOf(row: SourceRow, fields: readonly string[], columnOf: ColumnOf): Record<string, string> {
  const given = fields.map((field) => [field, (row.cells[columnOf(field) ?? -1] ?? "").trim()] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

/** What a schema makes of a row's values, or what is wrong with which of its columns. */
export function parsedRow<Schema extends z.ZodType>(
  schema: Schema,
  values: Record<string, unknown>,
  columnOf: ColumnOf,
): { value: z.output<Schema>; problems: [] } | { value: null; problems: CellProblem[] } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const problems = fieldProblemsOf(parsed.error, values).map(({ path, reason, values: details }) => ({
    column: columnOf(path.split(".")[0] ?? ""),
    reason,
    ...(details ? { values: details } : {}),
  }));
  return { value: null, problems };
}

export const wrongRow = (row: SourceRow, problems: CellProblem[]): PlannedRow<never> => ({
  ...row,
  problems: [...row.problems, ...problems],
  outcome: "wrong",
  write: null,
});

/** What a rule of ours refuses, as a row's problem. @throws what is no refusal of a field */
export function problemsThrown(rule: () => void, columnOf: ColumnOf): CellProblem[] {
  try {
    rule();
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || error.fields.length === 0) throw error;
    return error.fields.map(({ path, reason }) => ({ column: columnOf(path), reason }));
  }
}
