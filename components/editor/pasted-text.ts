import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";

/**
 * Pasted plain text: blank lines part paragraphs, other line breaks stay. Markdown in it is text like any other.
 * @param isPlain the editor holds text alone, where each line is a paragraph and blank ones stay
 */
export function pastedText(text: string, schema: Schema, isPlain: boolean): Slice {
  const lines = text.replaceAll("\0", "").replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  const parts = isPlain ? lines.split("\n") : lines.split(/\n(?:[^\S\n]*\n)+/);
  const paragraphs = parts.map((part) => paragraphOf(part, schema));
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

function paragraphOf(part: string, schema: Schema): Node {
  const { nodes } = schema;
  const content = part
    .split("\n")
    .flatMap((line, at) => [...(at > 0 ? [nodes["hardBreak"]!.create()] : []), ...(line ? [schema.text(line)] : [])]);
  return nodes["paragraph"]!.create(null, content);
}
