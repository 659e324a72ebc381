import type { Fragment, Node, Schema } from "@tiptap/pm/model";
import { DOMSerializer } from "@tiptap/pm/model";
import { heldSpaces } from "./held-spaces";

const LINE = "#b9bbb4";
const HEADINGS = [
  "font-size:22px;line-height:28px",
  "font-size:18px;line-height:24px",
  "font-size:15px;line-height:22px",
];
const CELL = `border:1px solid ${LINE};padding:4px 8px;text-align:left;vertical-align:top`;

/**
 * A text as it goes into the mail: what programs without style sheets need stands in the elements (Gmail and Outlook drop the
 * rest), list items and cells hold their words without a paragraph's margins, and a box of a check-list is a character.
 * No ground is set and no colour but the palette's, so that dark programs may choose their own. The editor reads it back as it was.
 */
export function mailHtml(doc: Node): string {
  const box = document.createElement("div");
  serializerOf(doc.type.schema).serializeFragment(heldSpaces(doc).content, { document }, box);
  return box.innerHTML;
}

const known = new WeakMap<Schema, DOMSerializer>();

function serializerOf(schema: Schema): DOMSerializer {
  const found = known.get(schema);
  if (found) return found;
  const plain = DOMSerializer.nodesFromSchema(schema);
  const dressed: typeof plain = {
    heading: ({ attrs }) => [`h${attrs["level"]}`, { style: HEADINGS[Number(attrs["level"]) - 1] ?? "" }, 0],
    blockquote: () => ["blockquote", { style: `margin:0 0 0 .8ex;border-left:2px solid ${LINE};padding-left:1ex` }, 0],
    codeBlock: () => [
      "pre",
      { style: `border:1px solid ${LINE};padding:8px;font-family:monospace;white-space:pre-wrap` },
      ["code", 0],
    ],
    listItem: (node) => tight("li", {}, node.content),
    taskList: () => ["ul", { "data-type": "taskList", style: "list-style:none;padding-left:4px" }, 0],
    taskItem: ({ attrs, content }) => {
      const isDone = attrs["checked"] === true;
      return tight("li", { "data-type": "taskItem", "data-checked": String(isDone) }, content, isDone ? "☑ " : "☐ ");
    },
    table: () => ["table", { style: "border-collapse:collapse" }, ["tbody", 0]],
    tableCell: (node) => tight("td", { style: CELL, ...spansOf(node) }, node.content),
    tableHeader: (node) => tight("th", { style: CELL, ...spansOf(node) }, node.content),
    image: ({ attrs }) => ["img", { ...pictureOf(attrs), style: "max-width:100%;height:auto" }],
  };
  const nodes = Object.fromEntries(Object.entries(plain).map(([name, draw]) => [name, dressed[name] ?? draw]));
  const made = new DOMSerializer(nodes, DOMSerializer.marksFromSchema(schema));
  known.set(schema, made);
  return made;

  /** The first paragraph's words stand in the element itself. */
  function tight(tag: string, attributes: Record<string, string>, content: Fragment, mark = ""): HTMLElement {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (mark) element.append(mark);
    const first = content.firstChild;
    // An empty first line is one only as an element; without it, what follows is read as standing behind the item.
    const isText = first?.type.name === "paragraph" && (first.content.size > 0 || content.childCount === 1);
    if (isText) made.serializeFragment(first.content, { document }, element);
    made.serializeFragment(isText ? content.cut(first.nodeSize) : content, { document }, element);
    return element;
  }
}

const spansOf = ({ attrs }: Node): Record<string, string> =>
  Object.fromEntries(
    ["colspan", "rowspan"].flatMap((name) => (attrs[name] > 1 ? [[name, String(attrs[name])] as const] : [])),
  );

const pictureOf = ({ src, alt, width, contentId }: Node["attrs"]): Record<string, string> => ({
  src: String(src),
  ...(alt ? { alt: String(alt) } : {}),
  ...(width ? { width: String(width) } : {}),
  ...(contentId ? { "data-content-id": String(contentId) } : {}),
});
