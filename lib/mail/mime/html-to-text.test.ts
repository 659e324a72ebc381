import { expect, test } from "vitest";
import { htmlToText } from "./html-to-text";

test.each([
  ["<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"],
  ["<ul><li>one</li><li>two</li></ul>", "- one\n- two"],
  ["<a href='https://own.test/a'>the page</a>", "the page (https://own.test/a)"],
  ["<a href='https://own.test/a'>https://own.test/a</a>", "https://own.test/a"],
  ["<blockquote><p>before</p></blockquote>", "> before"],
  ["<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>", "one two\nthree"],
  ["<style>p{}</style><script>x</script><title>t</title><p>a&nbsp;b &lt;c&gt;</p>", "a b <c>"],
  ["<h1>Head</h1>text", "Head\n\ntext"],
  ["<p>unclosed <b>bold", "unclosed bold"],
  ["<img src='x' alt='Logo'>", ""],
  ["", ""],
])("%j reads %j", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
