import { Node } from "@tiptap/core";
import { CELL_ATTRIBUTES } from "../cell-attributes";

/** A cell that names its column or its row. */
export const TableHeadCell = Node.create({
  name: "tableHeader",
  content: "block+",
  isolating: true,
  addAttributes: () => CELL_ATTRIBUTES,
  parseHTML: () => [{ tag: "th" }],
  renderHTML: ({ HTMLAttributes }) => ["th", HTMLAttributes, 0],
});
