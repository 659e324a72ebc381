"use client";

import type { Editor } from "@tiptap/core";
import { Table as TableIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { loadInto } from "./extensions/table";
import type { TableCommand } from "./table-editing";
import { ToolButton, toolTrigger } from "./tool-button";

const GROUPS: TableCommand[][] = [
  ["addRowBefore", "addRowAfter", "addColumnBefore", "addColumnAfter"],
  ["toggleHeaderRow"],
  ["deleteRow", "deleteColumn", "deleteTable"],
];

/** Puts a table in; within one, its rows and columns. */
export function TableTool({ editor, isInTable }: { editor: Editor; isInTable: boolean }) {
  const t = useTranslations("composer.tools");
  if (!isInTable)
    return (
      <ToolButton label={t("table")} onClick={() => void loadInto(editor).then((tables) => tables.insert(editor))}>
        <TableIcon aria-hidden />
      </ToolButton>
    );
  const run = (name: TableCommand) => void loadInto(editor).then((tables) => tables.run(editor, name));
  return (
    <Menu
      trigger={toolTrigger(t("editTable"), <TableIcon aria-hidden />, { name: "table", shortcut: "Alt+F10" })}
      align="start"
      side="top"
    >
      {GROUPS.map((group, index) => (
        <div key={group[0]}>
          {index > 0 ? <MenuSeparator /> : null}
          {group.map((name) => (
            <MenuItem key={name} tone={name === "deleteTable" ? "bad" : "plain"} onSelect={() => run(name)}>
              {t(`tables.${name}`)}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  );
}
