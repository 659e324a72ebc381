import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";

/**
 * Puts other words in the place of a passage and takes the focus there; they look like the words before them.
 * @param near where the passage stood: of the same words in several places those nearest to it are meant
 * @returns whether the passage still stands in the text
 */
export function putSuggestion(editor: Editor, quote: string, suggestion: string, near = 0): boolean {
  const found = placeOfWords(editor.state.doc, quote, near);
  if (!found) return false;
  const lines = suggestion.split(/\n+/);
  const paragraphs = lines.map((text) => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] }));
  const put = editor.chain();
  if (lines.length > 1) put.insertContentAt({ from: found.places[0]!, to: found.places.at(-1)! + 1 }, paragraphs);
  else
    put.command(({ tr }) => {
      const { text, from, to } = changed(found, suggestion);
      tr.insertText(text, from, to);
      return true;
    });
  put.focus().run();
  return true;
}

/** Only what differs is replaced, so that links and emphasis of the words around it stay. */
function changed({ words, places }: Found, suggestion: string): { text: string; from: number; to: number } {
  const most = Math.min(words.length, suggestion.length);
  let before = 0;
  while (before < most && words[before] === suggestion[before]) before++;
  // No sign of two halves is cut in two.
  if (/[\uD800-\uDBFF]/.test(words[before - 1] ?? "")) before--;
  let after = 0;
  while (after < most - before && words.at(-1 - after) === suggestion.at(-1 - after)) after++;
  if (after > 0 && /[\uDC00-\uDFFF]/.test(words.at(-after)!)) after--;
  const text = suggestion.slice(before, suggestion.length - after);
  const from = before < places.length ? places[before]! : places.at(-1)! + 1;
  const last = words.length - after - 1;
  return { text, from, to: last < before ? from : places[last]! + 1 };
}

/** Each sign of the words, spaces folded, and where in the document it stands. */
type Found = { words: string; places: number[] };

/** Where words stand, over lines and paragraphs too: how they are parted says nothing. */
function placeOfWords(doc: Node, quote: string, near: number): Found | null {
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
  let start = text.indexOf(wanted);
  for (let next = start; next !== -1; next = text.indexOf(wanted, next + 1))
    if (Math.abs(next - near) < Math.abs(start - near)) start = next;
  return { words: wanted, places: places.slice(start, start + wanted.length) };
}
