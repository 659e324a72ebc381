import type { Content } from "@tiptap/core";
import { textOfPlainBody } from "@/lib/domain/plain-body";

/** A stored text as the editor takes it; of a plain one each line is a paragraph. */
export function editorContent(html: string, isPlain: boolean): Content {
  return isPlain ? linesOf(textOfPlainBody(html)) : html;
}

const linesOf = (text: string) => ({
  type: "doc",
  content: text
    .split("\n")
    .map((line) => ({ type: "paragraph", ...(line ? { content: [{ type: "text", text: line }] } : {}) })),
});
