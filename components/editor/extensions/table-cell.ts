import { Node } from "@tiptap/core";
import { CELL_ATTRIBUTES } from "../cell-attributes";

/** A cell of a table. */
export const TableCell = Node.create({
  name: "tableCell",
  content: "block+",
  isolating: true,
  addAttributes: () => CELL_ATTRIBUTES,
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ HTMLAttributes }) => ["td", HTMLAttributes, 0],
});
