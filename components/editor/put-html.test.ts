import { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { afterEach, expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { replyExtensions } from "./extensions/reply-extensions";
import { mailHtml } from "./mail-html";
import { chosenHtml, putHtml } from "./put-html";

useDom();
let editor: Editor;
afterEach(() => editor.destroy());

/** An editor on no page, with the words between the bars chosen. */
function writing(html: string): { from: number; to: number } {
  editor = new Editor({
    element: null,
    extensions: replyExtensions({ placeholder: "", pictureWidth: "", checkBox: "" }),
    content: html.replaceAll("|", ""),
  });
  const text = editor.state.doc.textContent;
  const before = html.replaceAll(/<[^>]*>/g, "");
  expect(text).toBe(before.replaceAll("|", ""));
  const at = (index: number) => index + 1;
  const from = at(before.indexOf("|"));
  return { from, to: at(before.lastIndexOf("|") - (from === at(before.lastIndexOf("|")) ? 0 : 1)) };
}

test.each([
  ["<p>Dear |/x|, hello</p>", "<p>Ana</p>", "<p>Dear Ana, hello</p>"],
  ["<p>Dear |/x|, hello</p>", "<p><b>Ana</b></p>", "<p>Dear <strong>Ana</strong>, hello</p>"],
  ["<p>|/x|</p>", "<p>one</p><ul><li>two</li></ul>", "<p>one</p><ul><li>two</li></ul>"],
  ["<p>a |/x|</p>", "<p>two  spaces</p>", "<p>a two &nbsp;spaces</p>"],
  ["<p>|/x|</p>", "<h2>head</h2><p>a<script>x()</script></p>", "<h2>head</h2><p>a</p>"],
])("in %s, %s makes %s", (html, put, expected) => {
  const place = writing(html);

  putHtml(editor, place, put);

  expect(mailHtml(editor.state.doc).replaceAll(/ style="[^"]*"/g, "")).toBe(expected);
});

test("what is chosen is HTML with its formatting, and nothing is nothing", () => {
  const { from, to } = writing("<p>Dear |A<b>na</b>|, hello</p>");
  expect(chosenHtml(editor)).toBe("");

  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)));

  expect(chosenHtml(editor)).toBe("<p>A<strong>na</strong></p>");
});
