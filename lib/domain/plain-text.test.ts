import { expect, test } from "vitest";
import { looksLikeHtml, paragraphsOf } from "./plain-text";

test.each([
  ["Hello", "<p>Hello</p>"],
  ["Hello\n\nBye", "<p>Hello</p><p>Bye</p>"],
  ["one\r\ntwo\r\n\r\n\r\nthree\r\n", "<p>one<br>two</p><p>three</p>"],
  ['a < b & "c" <script>', "<p>a &lt; b &amp; &quot;c&quot; &lt;script&gt;</p>"],
  ["see https://own.test/a?b=1&c=2", "<p>see https://own.test/a?b=1&amp;c=2</p>"],
  ["list\n  - one", "<p>list<br>&nbsp; - one</p>"],
  ["one\n\n  two", "<p>one</p><p>&nbsp; two</p>"],
  ["", ""],
  ["\n \n", ""],
])("%j becomes %j", (plain, html) => {
  expect(paragraphsOf(plain)).toBe(html);
});

test.each([
  ["<p>Hello</p>", true],
  ["Hello<br>you", true],
  ["Hello<BR/>you", true],
  ['<a href="https://own.test">x</a>', true],
  ["1 < 2 and 3 > 2", false],
  ["I <3 you", false],
  ["write to <ana@lead.test>", false],
  ["<https://own.test/page>", false],
  ["", false],
])("%j is HTML: %s", (text, isHtml) => {
  expect(looksLikeHtml(text)).toBe(isHtml);
});
