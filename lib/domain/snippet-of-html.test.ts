import { expect, test } from "vitest";
import { snippetOfHtml } from "./snippet-of-html";

test.each([
  ["<p>Hi Ana,<br>about &amp; around</p>", "Hi Ana, about & around"],
  ["<p></p>", ""],
  ["<ul><li>one</li><li>two&nbsp;three</li></ul>", "one two three"],
  ["<p>2 &lt; 3</p>", "2 < 3"],
  [
    "<p>I&#39;ll show it, it&#x2019;s quick &apos;here&apos; &#0;&#99999999;</p>",
    "I'll show it, it’s quick 'here' &#99999999;",
  ],
])("%s reads as %s", (html, text) => {
  expect(snippetOfHtml(html)).toBe(text);
});

test("a long draft is cut", () => {
  const cut = snippetOfHtml(`<p>${"word ".repeat(200)}</p>`);
  expect(cut.length).toBeLessThanOrEqual(121);
  expect(cut).toMatch(/word…$/);
});
