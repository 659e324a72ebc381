import { expect, test } from "vitest";
import { htmlToText } from "./html-to-text";

test.each([
  ["<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"],
  ["<ul><li>one</li><li>two</li></ul>", "- one\n- two"],
  ["<a href='https://own.test/a'>the page</a>", "the page (https://own.test/a)"],
  ["<a href='https://own.test/a'>https://own.test/a</a>", "https://own.test/a"],
  ["<blockquote><p>before</p></blockquote>", "> before"],
  ["<table><tr><td>one</td><td>two</td></tr><tr><td>three</td></tr></table>", "one two\nthree"],
  [
    '<table><tbody><tr><th style="border:1px solid #b9bbb4">Hall</th><th style="border:1px solid #b9bbb4">kW</th></tr>' +
      '<tr><td style="border:1px solid #b9bbb4">A</td>\n<td style="border:1px solid #b9bbb4">41</td></tr></tbody></table>',
    "Hall | kW\nA | 41",
  ],
  ['<ul style="list-style:none;padding-left:4px"><li>☑ one</li><li>☐ two</li></ul>', "☑ one\n☐ two"],
  [
    '<p>a</p><ul style="list-style:none"><li>☐ one<ul style="list-style:none"><li>☑ in it</li></ul></li><li>☐ two</li></ul><p>b</p>',
    "a\n\n☐ one\n  ☑ in it\n☐ two\n\nb",
  ],
  ["<ol><li>one</li><li>two<p>more</p></li></ol>", "1. one\n2. two\n\n   more"],
  ["<ol start=9><li>nine</li><li>ten<ul><li>in it</li></ul></li></ol>", "9. nine\n10. ten\n    - in it"],
  ["<ol type=a><li>one</li><li>two</li></ol>", "a. one\nb. two"],
  ["<ol start='1e9x'><li>one</li></ol>", "1. one"],
  [
    '<table><tr><td style="border:1px solid red"><pre>a\n  b</pre><ul><li>c</li></ul></td><td style="border:1px solid red"><p>d</p><p>e</p></td></tr></table>',
    "a b - c | d e",
  ],
  [
    "<a href='https://own.test'>own.test</a> <a href='mailto:a@b.test'>write</a> <a href='#x'>up</a>",
    "own.test write (a@b.test) up",
  ],
  ["<a href='https://own.test/plan'><img src='cid:x'></a>", "https://own.test/plan"],
  ["<p>ab\u200bcd</p><p>\u200b\u200bx</p>", "ab\u200bcd\n\nx"],
  ["<p>&nbsp; indented</p>", "  indented"],
  ["<style>p{}</style><script>x</script><title>t</title><p>a&nbsp;b &lt;c&gt;</p>", "a b <c>"],
  ["<h1>Head</h1>text", "Head\n\ntext"],
  ["<p>unclosed <b>bold", "unclosed bold"],
  ["<img src='x' alt='Logo'>", ""],
  ["", ""],
])("%j reads %j", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
