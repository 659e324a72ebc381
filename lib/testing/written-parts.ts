import type { JSONContent } from "@tiptap/core";

/** The upload that their pictures show. */
export const PICTURE_ID = "5f0c2b1e-7a44-4a56-9c1d-0d6f4f1f2a3b";

/** The parts of a document as JSON, named as short as they are read; a string is words without formatting. */
type Content = (JSONContent | string)[];

const inline = (content: Content): JSONContent[] =>
  content.map((part) => (typeof part === "string" ? { type: "text", text: part } : part));
export const marked = (text: string, ...names: string[]): JSONContent => ({
  type: "text",
  text,
  marks: names.map((type) => ({ type })),
});
export const linked = (text: string, href: string, ...names: string[]): JSONContent => ({
  type: "text",
  text,
  marks: [{ type: "link", attrs: { href } }, ...names.map((type) => ({ type }))],
});
export const coloured = (text: string, colour: string): JSONContent => ({
  type: "text",
  text,
  marks: [{ type: "textColour", attrs: { colour } }],
});
export const p = (...content: Content): JSONContent => ({ type: "paragraph", content: inline(content) });
export const h = (level: number, ...content: Content): JSONContent => ({
  type: "heading",
  attrs: { level },
  content: inline(content),
});
export const code = (text: string): JSONContent => ({ type: "codeBlock", content: inline([text]) });
export const quote = (...content: JSONContent[]): JSONContent => ({ type: "blockquote", content });
export const item = (...content: JSONContent[]): JSONContent => ({ type: "listItem", content });
export const ul = (...content: JSONContent[]): JSONContent => ({ type: "bulletList", content });
export const ol = (start: number, ...content: JSONContent[]): JSONContent => ({
  type: "orderedList",
  attrs: { start },
  content,
});
export const task = (checked: boolean, ...content: JSONContent[]): JSONContent => ({
  type: "taskItem",
  attrs: { checked },
  content,
});
export const tasks = (...content: JSONContent[]): JSONContent => ({ type: "taskList", content });
export const cell = (...content: JSONContent[]): JSONContent => ({ type: "tableCell", content });
export const wide = (attrs: Record<string, number>, ...content: JSONContent[]): JSONContent => ({
  ...cell(...content),
  attrs,
});
export const head = (...content: JSONContent[]): JSONContent => ({ type: "tableHeader", content });
export const row = (...content: JSONContent[]): JSONContent => ({ type: "tableRow", content });
export const table = (...content: JSONContent[]): JSONContent => ({ type: "table", content });
export const br: JSONContent = { type: "hardBreak" };
export const picture = (attrs: Record<string, unknown> = {}, href?: string): JSONContent => ({
  type: "image",
  attrs: { src: `/api/uploads/${PICTURE_ID}`, contentId: PICTURE_ID, ...attrs },
  ...(href ? { marks: [{ type: "link", attrs: { href } }] } : {}),
});
