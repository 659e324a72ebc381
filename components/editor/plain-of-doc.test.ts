import { expect, test } from "vitest";
import { openedDocument } from "@/lib/testing/round-trip";
import { useDom } from "@/lib/testing/use-dom";
import { plainOfDoc } from "./plain-of-doc";

useDom();
const PICTURE = '<img src="/api/uploads/5f0c2b1e-7a44-4a56-9c1d-0d6f4f1f2a3b" alt="Hall">';

test.each([
  ["<h1>Offer</h1><p>Dear <b>Ana</b>,<br>as agreed</p>", "Offer\n\nDear Ana,\nas agreed"],
  ["<p>a</p><p></p><p>b</p>", "a\n\n\n\nb"],
  ["<ul><li>one<ul><li>in it</li></ul></li><li>two<br>lines</li></ul>", "- one\n  - in it\n- two\n  lines"],
  ['<ol start="9"><li>nine</li><li>ten<p>more</p></li></ol>', "9. nine\n10. ten\n    more"],
  [
    '<ul data-type="taskList"><li data-type="taskItem" data-checked="true">☑ done</li><li data-type="taskItem">☐ open</li></ul>',
    "☑ done\n☐ open",
  ],
  ["<blockquote><p>a</p><p>b</p><blockquote><p>c</p></blockquote></blockquote>", "> a\n>\n> b\n>\n>> c"],
  ["<pre><code>if (a)\n  b()</code></pre>", "if (a)\n  b()"],
  [
    "<table><tr><th>Hall</th><th>kW</th></tr><tr><td><p>A</p><ul><li>old</li></ul></td><td>41</td></tr></table>",
    "Hall | kW\nA - old | 41",
  ],
  ['<p><a href="https://own.test/a">the <b>page</b></a>, then</p>', "the page (https://own.test/a), then"],
  [
    '<p><a href="https://own.test/a">own.test/a</a> <a href="mailto:a@b.test">write</a></p>',
    "own.test/a write (a@b.test)",
  ],
  [`<p>a ${PICTURE} b</p><p>${PICTURE} c${PICTURE}d</p>`, "a b\n\ncd"],
  [`<p>the <a href="https://own.test/plan">${PICTURE}</a></p>`, "the https://own.test/plan"],
  ["<p></p>", ""],
])("%s reads %j", (html, text) => {
  expect(plainOfDoc(openedDocument(html))).toBe(text);
});
