import { Editor } from "@tiptap/core";
import { afterEach, expect, test } from "vitest";
import { useDom } from "@/lib/testing/use-dom";
import { replyExtensions } from "./extensions/reply-extensions";
import { mailHtml } from "./mail-html";
import { putSuggestion } from "./put-suggestion";

useDom();
let editor: Editor;
afterEach(() => editor.destroy());

function put(html: string, quote: string, suggestion: string, near?: number): string | null {
  editor = new Editor({
    element: null,
    extensions: replyExtensions({ placeholder: "", pictureWidth: "", checkBox: "" }),
    content: html,
  });
  const isPut = putSuggestion(editor, quote, suggestion, near);
  return isPut ? mailHtml(editor.state.doc).replaceAll(/ style="[^"]*"/g, "") : null;
}

test.each([
  [
    "<p>It is <b>980 euros</b> a month.</p>",
    "980 euros",
    "1,050 euros",
    "<p>It is <strong>1,050 euros</strong> a month.</p>",
  ],
  [
    "<p>It is <b>980</b> euros a month.</p>",
    "980 euros",
    "1,050 euros",
    "<p>It is <strong>1,050</strong> euros a month.</p>",
  ],
  [
    '<p>Look at <a href="https://acme.test/">our prices</a> <b>today</b>.</p>',
    "Look at our prices today.",
    "Look at our prices today, please.",
    '<p>Look at <a href="https://acme.test/">our prices</a> <strong>today, please</strong>.</p>',
  ],
  ["<p>Good 😀.</p>", "Good 😀.", "Good 😁.", "<p>Good 😁.</p>"],
  ["<p>Hello there.</p>", " there", "", "<p>Hello.</p>"],
  ["<p>One.</p><p>Two.</p><p>Three.</p>", "One.\n\nTwo.", "Both.", "<p>Both.</p><p>Three.</p>"],
  ["<p>One.</p>", "One.", "Two.\n\nThree.", "<p>Two.</p><p>Three.</p>"],
])("in %s, for %j comes %j", (html, quote, suggestion, expected) => {
  expect(put(html, quote, suggestion)).toBe(expected);
});

test("of the same words in two places those nearest to where they stood are meant", () => {
  expect(put("<p>Thanks!</p><p>See you then. Thanks!</p>", "Thanks!", "Best,", 23)).toBe(
    "<p>Thanks!</p><p>See you then. Best,</p>",
  );
});

test("words that stand there no more are not replaced", () => {
  expect(put("<p>Something else.</p>", "980 euros", "1,050 euros")).toBeNull();
});
