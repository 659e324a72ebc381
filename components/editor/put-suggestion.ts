import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";

/**
 * Puts other words in the place of a passage and takes the focus there; they look like the words before them.
 * @returns whether the passage still stands in the text
 */
export function putSuggestion(editor: Editor, quote: string, suggestion: string): boolean {
  const place = placeOfWords(editor.state.doc, quote);
  if (!place) return false;
  const lines = suggestion.split(/\n+/);
  const paragraphs = lines.map((text) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] }));
  const put = editor.chain();
  if (lines.length > 1) put.insertContentAt(place, paragraphs);
  else
    put.command(({ tr }) => {
      tr.insertText(suggestion, place.from, place.to);
      return true;
    });
  put.focus().run();
  return true;
}

/** Where words stand, over lines and paragraphs too: how they are parted says nothing. */
function placeOfWords(doc: Node, quote: string): { from: number; to: number } | null {
  let text = "";
  const places: number[] = [];
  const add = (char: string, at: number) => {
    if (/\s/.test(char)) {
      if (text === "" || text.endsWith(" ")) return;
      text += " ";
    } else text += char;
    places.push(at);
  };
  doc.descendants((node, at) => {
    if (node.isText) for (let index = 0; index < node.text!.length; index++) add(node.text![index]!, at + index);
    else if (node.isTextblock || node.type.name === "hardBreak") add(" ", at);
    return true;
  });
  const words = quote.replace(/\s+/g, " ");
  // The space before a passage may be the edge of its paragraph.
  const wanted = [words, words.trim()].find((each) => each.trim() !== "" && text.includes(each));
  if (wanted === undefined) return null;
  const start = text.indexOf(wanted);
  return { from: places[start]!, to: places[start + wanted.length - 1]! + 1 };
}
