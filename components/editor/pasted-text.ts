import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";

/**
 * Pasted plain text: blank lines part paragraphs, other line breaks stay, and rows of cells with tabs between them are a table.
 * Markdown in it is text like any other.
 * @param isPlain the editor holds text alone, where each line is a paragraph and blank ones stay
 * @param isAsIs no table is wanted, whatever it looks like
 */
export function pastedText(text: string, schema: Schema, isPlain: boolean, isAsIs = false): Slice {
  const lines = text.replaceAll("\0", "").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const rows = isPlain || isAsIs || !schema.nodes["table"] ? null : rowsIn(lines);
  if (rows) return new Slice(Fragment.from(tableOf(rows, schema)), 0, 0);
  const parts = isPlain ? lines.split("\n") : lines.split(/\n(?:[^\S\n]*\n)+/);
  const paragraphs = parts.map((part) => paragraphOf(part, schema));
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

/** As spreadsheets copy it: at least two lines with as many tabs each. Lines that begin with one are indented. */
function rowsIn(lines: string): string[][] | null {
  const rows = lines.split("\n").map((line) => line.split("\t"));
  const isTable = rows.length > 1 && rows.every((row) => row.length > 1 && row.length === rows[0]!.length);
  return isTable && rows.some(([first]) => first !== "") ? rows : null;
}

function tableOf(rows: string[][], schema: Schema): Node {
  const { table, tableRow, tableCell } = schema.nodes;
  const cellOf = (text: string) => tableCell!.create(null, paragraphOf(text, schema));
  return table!.create(
    null,
    rows.map((row) => tableRow!.create(null, row.map(cellOf))),
  );
}

function paragraphOf(part: string, schema: Schema): Node {
  const { nodes } = schema;
  const content = part
    .split("\n")
    .flatMap((line, at) => [...(at > 0 ? [nodes["hardBreak"]!.create()] : []), ...(line ? [schema.text(line)] : [])]);
  return nodes["paragraph"]!.create(null, content);
}
