import { expect, test } from "vitest";
import { snippetOfHtml } from "./snippet-of-html";

test.each([
  ["<p>Hi Ana,<br>about &amp; around</p>", "Hi Ana, about & around"],
  ["<p></p>", ""],
  ["<ul><li>one</li><li>two&nbsp;three</li></ul>", "one two three"],
  ["<p>2 &lt; 3</p>", "2 < 3"],
])("%s reads as %s", (html, text) => {
  expect(snippetOfHtml(html)).toBe(text);
});

test("a long draft is cut", () => {
  expect(snippetOfHtml(`<p>${"word ".repeat(200)}</p>`).length).toBeLessThanOrEqual(120);
});
