import type { ImportKind } from "./import-columns";

/** What is wrong with a cell, as a closed word that the catalogue has a sentence for. `column` is null when it is the row's. */
export type CellProblem = { column: number | null; reason: string; values?: Record<string, string | number> };

/** What a row does: `same` changes nothing. */
export type RowOutcome = "new" | "update" | "same" | "wrong";
export type RowCounts = Record<RowOutcome, number>;

/** `line` is the file's own, from 1. Passwords are masked. */
export type ReportedRow = { line: number; cells: string[]; outcome: RowOutcome; problems: CellProblem[] };

/** What a table would bring in, before anything is written. */
export type ImportReport = {
  kind: ImportKind;
  heads: string[];
  /** What each column stands for; null is left out. */
  columns: (string | null)[];
  delimiter: string;
  charset: string;
  /** How many the file has, below its first line. */
  rows: number;
  /** Fields without which nothing can be read, and for which there is no column. */
  missing: string[];
  counts: RowCounts;
  /** Campaigns that are named and not there yet: they are made. */
  newCampaigns: string[];
  /** The first rows, and the first of those that are wrong. */
  preview: ReportedRow[];
  wrong: ReportedRow[];
};

/** What was written. */
export type ImportResult = { kind: ImportKind; counts: RowCounts; newCampaigns: number };
