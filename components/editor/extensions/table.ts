import { Node, type Editor } from "@tiptap/core";
import type { TableEditing } from "../table-editing";

/** How prosemirror-tables knows a table's parts. */
const ROLES: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

let loaded: TableEditing | null = null;

/**
 * A table of rows and cells. What edits it (choosing cells, Tab, mending rows) is loaded once a text holds one, since
 * most never do.
 */
export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  extendNodeSchema: ({ name }) => (ROLES[name] ? { tableRole: ROLES[name] } : {}),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["table", ["tbody", 0]],
  addKeyboardShortcuts() {
    return {
      Tab: ({ editor }) => inTable(editor, (tables) => tables.nextCell(editor)),
      "Shift-Tab": ({ editor }) => inTable(editor, (tables) => tables.previousCell(editor)),
      Backspace: ({ editor }) => inTable(editor, (tables) => tables.removeIfChosen(editor)),
      Delete: ({ editor }) => inTable(editor, (tables) => tables.removeIfChosen(editor)),
    };
  },
  onCreate() {
    if (hasTable(this.editor)) void loadInto(this.editor);
  },
  onUpdate() {
    if (!loaded?.isIn(this.editor) && hasTable(this.editor)) void loadInto(this.editor);
  },
});

/** What edits tables, at work in this editor. */
export async function loadInto(editor: Editor): Promise<TableEditing> {
  const { tableEditing } = await import("../table-editing");
  loaded = tableEditing;
  if (!editor.isDestroyed) tableEditing.joinTo(editor);
  return tableEditing;
}

const inTable = (editor: Editor, run: (tables: TableEditing) => boolean): boolean =>
  loaded !== null && editor.isActive("table") && run(loaded);

function hasTable(editor: Editor): boolean {
  let isFound = false;
  editor.state.doc.descendants((node) => {
    isFound ||= node.type.name === "table";
    return !isFound && !node.isTextblock;
  });
  return isFound;
}
