import type { Node } from "@tiptap/pm/model";
import { addressBehind } from "@/lib/domain/address-behind";
import { listNumber } from "@/lib/domain/list-number";

/** A rich text as text alone, with the signs that people write in mail: "- ", "1. ", "> ", "☐ ", cells parted by bars. */
export const plainOfDoc = (doc: Node): string => blocksOf(doc).join("\n").trimEnd();

/** Blocks with a blank line between them. */
function blocksOf(parent: Node): string[] {
  const lines: string[] = [];
  parent.forEach((block, _offset, index) => lines.push(...(index > 0 ? [""] : []), ...linesOf(block)));
  return lines;
}

function linesOf(block: Node): string[] {
  switch (block.type.name) {
    case "blockquote":
      return blocksOf(block).map((line) => (line === "" ? ">" : line.startsWith(">") ? `>${line}` : `> ${line}`));
    case "bulletList":
      return itemsOf(block, () => "- ");
    case "orderedList":
      return itemsOf(block, (_item, index) => {
        const { start, type } = block.attrs as { start: number | null; type: string | null };
        return `${listNumber((start ?? 1) + index, type)}. `;
      });
    case "taskList":
      return itemsOf(block, (item) => (item.attrs["checked"] === true ? "☑ " : "☐ "));
    case "table":
      return childrenOf(block).map((row) => childrenOf(row).map(cellLine).join(" | "));
    default:
      return block.isTextblock ? withoutPictures(wordsOf(block)).split("\n") : blocksOf(block);
  }
}

/** A row is a line, whatever its cells hold. */
const cellLine = (cell: Node): string =>
  blocksOf(cell)
    .map((line) => line.trim())
    .filter((line) => /[^>\s]/u.test(line))
    .join(" ");

/** A line of an item begins with its sign, further ones and what stands in it are indented as far. */
const itemsOf = (list: Node, signOf: (item: Node, index: number) => string): string[] =>
  childrenOf(list).flatMap((item, index) => {
    const sign = signOf(item, index);
    return childrenOf(item)
      .flatMap(linesOf)
      .map((line, at) => `${at === 0 ? sign : " ".repeat(sign.length)}${line}`);
  });

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  node.forEach((child) => children.push(child));
  return children;
}

/** Stands for a picture until its line is whole. */
const PICTURE = "\0";

/** Of the spaces around a picture one is left. */
const withoutPictures = (words: string): string => words.replace(/(^| )(?:\0+ )+/gm, "$1").replaceAll(PICTURE, "");

function wordsOf(node: Node): string {
  if (node.isText) return node.text ?? "";
  if (node.type.name === "image") return PICTURE;
  if (node.type.name === "hardBreak") return "\n";
  return linksOf(node).map(linkedWords).join("");
}

/** A link's address follows its words, unless they are the address; where a picture leads somewhere, it stands alone. */
function linkedWords({ href, parts }: Linked): string {
  const words = parts.map(wordsOf).join("");
  const text = words.replaceAll(PICTURE, "");
  const address = addressBehind(text, href);
  if (!address) return words;
  return text.trim() === "" ? `${words}${address}` : `${words.replace(/ +$/, "")} (${address})`;
}

type Linked = { href: string; parts: Node[] };

/** A link of which a part is bold is one link. */
function linksOf(block: Node): Linked[] {
  const links: Linked[] = [];
  for (const part of childrenOf(block)) {
    const last = links.at(-1);
    const href = hrefOf(part);
    if (last && last.href === href) last.parts.push(part);
    else links.push({ href, parts: [part] });
  }
  return links;
}

const hrefOf = ({ marks }: Node): string => String(marks.find(({ type }) => type.name === "link")?.attrs["href"] ?? "");
