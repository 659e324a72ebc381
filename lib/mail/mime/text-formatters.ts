import type { DomNode, FormatCallback } from "html-to-text";
import { addressBehind } from "@/lib/domain/address-behind";
import { listNumber } from "@/lib/domain/list-number";

/** How elements stand in text: the same signs as where a rich text goes on as plain (`components/editor/plain-of-doc.ts`). */
export const TEXT_FORMATTERS: Record<"link" | "list" | "bare" | "table" | "cell", FormatCallback> = {
  link: (element, walk, builder) => {
    const href = String(attributeOf(element, "href"));
    let words = "";
    builder.pushWordTransform((word) => {
      words += word;
      return word;
    });
    walk(element.children, builder);
    builder.popWordTransform();
    const address = href.startsWith("#") ? "" : addressBehind(words, href);
    if (address) builder.addInline(words.trim() ? ` (${address})` : address, { noWordTransform: true });
  },
  list: (element, walk, builder) => {
    const first = Number(attributeOf(element, "start") || 1);
    let number = Number.isInteger(first) ? first : 1;
    inList(element, builder, (item) => {
      const sign = element.name === "ol" ? `${listNumber(number++, attributeOf(element, "type"))}. ` : "- ";
      builder.openListItem({ prefix: item.name === "li" ? sign : "" });
      walk(item.name === "li" ? item.children : [item], builder);
      builder.closeListItem();
    });
  },
  // Its items have signs of their own, such as the boxes of a check-list.
  bare: (element, walk, builder) =>
    inList(element, builder, (item) => {
      builder.openListItem({ prefix: "" });
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(item.name === "li" ? item.children : [item], builder);
      builder.closeBlock({ trailingLineBreaks: 1, blockTransform: behindBox });
      builder.closeListItem();
    }),
  // One with lines around its cells is a table that somebody reads; most in mail are layout, whose cells follow each other like words.
  table: (element, walk, builder) => {
    const rows = rowsOf(element);
    if (!isLined(rows)) {
      builder.openBlock({ leadingLineBreaks: 1 });
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
      return;
    }
    const tables = builder as typeof builder & Tables;
    tables.openTable();
    for (const row of rows) {
      tables.openTableRow();
      for (const cell of cellsOf(row)) {
        tables.openTableCell();
        walk(cell.children, builder);
        tables.closeTableCell();
      }
      tables.closeTableRow();
    }
    tables.closeTable({ tableToString: (lines) => lines.map((cells) => cells.map(onOneLine).join(" | ")).join("\n") });
  },
  cell: (element, walk, builder) => {
    walk(element.children, builder);
    builder.addInline(" ");
  },
};

type Builder = Parameters<FormatCallback>[2];

/** What the library's types leave out. */
type Tables = {
  openTable: () => void;
  openTableRow: () => void;
  openTableCell: () => void;
  closeTableCell: () => void;
  closeTableRow: () => void;
  closeTable: (how: { tableToString: (rows: { text: string }[][]) => string }) => void;
};

function inList(list: DomNode, builder: Builder, each: (item: DomNode) => void): void {
  const isInner = list.parent?.name === "li";
  const items = list.children.filter((child) => child.type === "tag");
  if (items.length === 0) return;
  builder.openList({
    leadingLineBreaks: isInner ? 1 : 2,
    interRowLineBreaks: 1,
    maxPrefixLength: 0,
    prefixAlign: "left",
  });
  items.forEach(each);
  builder.closeList({ trailingLineBreaks: isInner ? 1 : 2 });
}

const behindBox = (text: string): string => (/^\s*[☐☑☒]/u.test(text) ? text.replaceAll("\n", "\n  ") : text);

const rowsOf = (table: DomNode): DomNode[] =>
  table.children.flatMap((child) =>
    child.name === "tr" ? [child] : /^t(?:head|body|foot)$/u.test(child.name ?? "") ? rowsOf(child) : [],
  );

const cellsOf = (row: DomNode): DomNode[] => row.children.filter(({ name }) => name === "td" || name === "th");

function isLined(rows: DomNode[]): boolean {
  const cells = rows.flatMap(cellsOf);
  return cells.length > 0 && cells.every((cell) => attributeOf(cell, "style").includes("border:1px solid"));
}

const onOneLine = ({ text }: { text: string }): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => /[^>\s]/u.test(line))
    .join(" ");

const attributeOf = ({ attribs }: DomNode, name: string): string =>
  (attribs as Record<string, string> | undefined)?.[name] ?? "";
