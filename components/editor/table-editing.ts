import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { TextSelection, type Command } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  CellSelection,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  tableEditing as tablePlugin,
  toggleHeader,
} from "@tiptap/pm/tables";

const COMMANDS = {
  addRowBefore,
  addRowAfter,
  addColumnBefore,
  addColumnAfter,
  // The library's own command turns the row of the caret.
  toggleHeaderRow: toggleHeader("row", { useDeprecatedLogic: false }),
  deleteRow,
  deleteColumn,
  deleteTable,
} satisfies Record<string, Command>;

export type TableCommand = keyof typeof COMMANDS;

const run = (editor: Editor, command: Command): boolean => command(editor.state, editor.view.dispatch);
const joined = new WeakSet<Editor>();

/** What edits tables in an editor; loaded apart from the schema that draws them. */
export const tableEditing = {
  isIn: (editor: Editor) => joined.has(editor),
  /** Cells can be chosen together, and rows of unequal length are mended. */
  joinTo: (editor: Editor) => {
    if (joined.has(editor)) return;
    joined.add(editor);
    editor.registerPlugin(tablePlugin());
  },
  run: (editor: Editor, name: TableCommand) => {
    editor.view.focus();
    return run(editor, COMMANDS[name]);
  },
  /** Two rows under a head, with a line below to go on in; the caret in the first cell. */
  insert: (editor: Editor) => {
    const { tr } = editor.state;
    const { from, to } = placeForTable(editor);
    const paragraph = editor.schema.nodes["paragraph"]!;
    tr.replaceWith(from, to, [emptyTable(editor), paragraph.create()]);
    tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView();
    editor.view.dispatch(tr);
    editor.view.focus();
  },
  nextCell: (editor: Editor) =>
    run(editor, goToNextCell(1)) || (run(editor, addRowAfter) && run(editor, goToNextCell(1))),
  previousCell: (editor: Editor) => run(editor, goToNextCell(-1)),
  /** A table of which every cell is chosen goes with one key. */
  removeIfChosen: (editor: Editor) => {
    const { selection } = editor.state;
    const isWhole = selection instanceof CellSelection && selection.isColSelection() && selection.isRowSelection();
    return isWhole && run(editor, deleteTable);
  },
};

export type TableEditing = typeof tableEditing;

/** Below the line that the caret is in, within its list or quote; an empty line makes room where it is not the first of a list. */
function placeForTable({ state, schema }: Editor): { from: number; to: number } {
  const { $from, from } = state.selection;
  const table = schema.nodes["table"]!;
  for (let depth = $from.depth - 1; depth >= 0; depth--) {
    const [around, line, index] = [$from.node(depth), $from.node(depth + 1), $from.index(depth)];
    const to = $from.after(depth + 1);
    const isEmptyLine = line.isTextblock && line.content.size === 0;
    if (isEmptyLine && around.canReplaceWith(index, index + 1, table)) return { from: $from.before(depth + 1), to };
    if (around.canReplaceWith(index + 1, index + 1, table)) return { from: to, to };
  }
  return { from, to: from };
}

function emptyTable(editor: Editor): Node {
  const { table, tableRow, tableCell, tableHeader } = editor.schema.nodes;
  const row = (cell = tableCell) =>
    tableRow!.create(
      null,
      Array.from({ length: COLUMNS }, () => cell!.createAndFill()!),
    );
  return table!.create(null, [row(tableHeader), row(), row()]);
}

const COLUMNS = 3;
