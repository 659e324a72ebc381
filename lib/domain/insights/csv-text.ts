import { type CsvCell, csvLine } from "../csv-line";

/** A table as CSV for programs that calculate: UTF-8 with a byte order mark, each line as `csvLine` writes it. */
export const csvText = (rows: readonly (readonly CsvCell[])[]): string => `\uFEFF${rows.map(csvLine).join("")}`;
