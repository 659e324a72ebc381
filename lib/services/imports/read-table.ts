import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "@/lib/core/errors";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from "./schemas";

/** A row with the line of the file on which it begins, from 1. */
export type TableRow = { line: number; cells: string[] };
export type Table = { heads: string[]; rows: TableRow[]; delimiter: string; charset: string };

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** More in one row is a quote that was never closed. */
const MAX_ROW_CHARACTERS = 200_000;

/**
 * Reads a table of separated values (RFC 4180, and what spreadsheets make of it): comma, semicolon, tab or vertical bar, quotes, line breaks in
 * cells, UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Cells are text whatever they look like.
 * @throws AppError `invalid` at `file`: `table_empty`, `table_binary`, `table_quotes` (with the line), `table_unreadable`,
 *   `table_too_long`, `table_too_wide`
 */
export function readTable(bytes: Uint8Array): Table {
  const { text, charset } = textOf(bytes);
  const { body, delimiter, skipped } = delimiterOf(text);
  const records = recordsOf(body, delimiter);
  const [head, ...rows] = records;
  if (!head || head.cells.every((cell) => cell.trim() === "")) refuse("table_empty");
  if (rows.length > MAX_IMPORT_ROWS) refuse("table_too_long", { maximum: MAX_IMPORT_ROWS });
  if (head!.cells.length > MAX_IMPORT_COLUMNS) refuse("table_too_wide", { maximum: MAX_IMPORT_COLUMNS });
  return {
    heads: head!.cells.map((cell) => cell.trim()),
    rows: rows
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
      .map(({ line, cells }) => ({ line: line + skipped, cells })),
    delimiter,
    charset,
  };
}

function textOf(bytes: Uint8Array): { text: string; charset: string } {
  const charset = charsetOf(bytes);
  const text = new TextDecoder(charset).decode(bytes);
  if (text.includes("\0") || text.startsWith("PK\u0003\u0004")) refuse("table_binary");
  return { text, charset };
}

function charsetOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Spreadsheets may name it in a line of its own ("sep=;"); else it is what the first line has most of, outside quotes. */
function delimiterOf(text: string): { body: string; delimiter: string; skipped: number } {
  const named = /^sep=(.)\r?\n/u.exec(text);
  if (named) return { body: text.slice(named[0].length), delimiter: named[1]!, skipped: 1 };
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text.trimStart())?.[0] ?? "";
  const bare = first.replace(/"(?:[^"]|"")*"/gu, "");
  const count = (delimiter: string) => bare.split(delimiter).length;
  const delimiter = DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!;
  return { body: text, delimiter, skipped: 0 };
}

function recordsOf(text: string, delimiter: string): TableRow[] {
  try {
    const found = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: MAX_ROW_CHARACTERS,
      to: MAX_IMPORT_ROWS + 2,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return found.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }));
  } catch (error) {
    // What the library says quotes the file.
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0);
    if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") refuse("table_quotes", { line });
    return refuse("table_unreadable", { line });
  }
}

/** How many lines a record takes beyond its first. */
const breaksIn = (cells: string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/gu)?.length ?? 0), 0);

function refuse(reason: string, values?: Record<string, number>): never {
  throw new AppError("invalid", { fields: [{ path: "file", reason, ...(values ? { values } : {}) }] });
}
