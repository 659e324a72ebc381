import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { replyExtensions } from "./extensions/reply-extensions";
import { tableEditing } from "./table-editing";

useDom();
let editor: Editor;
afterEach(() => editor.destroy());

/** The blocks after a table was put in with the caret behind `word`, or in the first empty line. */
function inserted(html: string, word: string): string {
  editor = new Editor({
    element: document.createElement("div"),
    extensions: replyExtensions({ placeholder: "", pictureWidth: "", checkBox: "" }),
    content: html,
  });
  let place = 0;
  editor.state.doc.descendants((node, position) => {
    const isMeant = word ? node.isText && node.text === word : node.isTextblock && node.content.size === 0;
    if (isMeant && place === 0) place = word ? position + word.length : position + 1;
  });
  editor.commands.setTextSelection(place);
  tableEditing.insert(editor);
  expect(editor.isActive("table")).toBe(true);
  return editor
    .getHTML()
    .replaceAll(/<table>.*?<\/table>/gs, "[table]")
    .replaceAll(/ (?:class|style|data-[a-z]+)="[^"]*"/g, "");
}

test.each([
  ["below its line", "<p>one</p><p>two</p>", "one", "<p>one</p>[table]<p></p><p>two</p>"],
  ["in the place of an empty line", "<p>one</p><p></p>", "", "<p>one</p>[table]<p></p>"],
  [
    "within a quote",
    "<blockquote><p>one</p><p>two</p></blockquote>",
    "one",
    "<blockquote><p>one</p>[table]<p></p><p>two</p></blockquote>",
  ],
  [
    "within the item of a list in a quote",
    "<blockquote><ul><li><p>one</p></li><li><p>two</p></li></ul></blockquote>",
    "one",
    "<blockquote><ul><li><p>one</p>[table]<p></p></li><li><p>two</p></li></ul></blockquote>",
  ],
  [
    "below the line that an item of a list begins with",
    "<ul><li><p></p></li></ul>",
    "",
    "<ul><li><p></p>[table]<p></p></li></ul>",
  ],
  ["below code", "<pre><code>one</code></pre>", "one", "<pre><code>one</code></pre>[table]<p></p>"],
])("a table comes %s", (_where, html, word, expected) => expect(inserted(html, word)).toBe(expected));

test("the first row names the columns, or no longer does, wherever the caret is", () => {
  inserted("<p>one</p>", "one");
  tableEditing.joinTo(editor);
  editor.commands.setTextSelection(editor.state.doc.content.size - 6);
  const heads = () =>
    editor
      .getHTML()
      .match(/<t[hd]/g)!
      .join("");

  tableEditing.run(editor, "toggleHeaderRow");
  expect(heads()).toBe("<td".repeat(9));
  tableEditing.run(editor, "toggleHeaderRow");
  expect(heads()).toBe("<th".repeat(3) + "<td".repeat(6));
});
