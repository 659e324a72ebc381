import { expect, test } from "vitest";
import { openedDocument, replySchema } from "@/lib/testing/round-trip";
import { useDom } from "@/lib/testing/use-dom";
import { mailHtml } from "./mail-html";

useDom();

/** Without the looks, which tests of their own look at. */
const bare = (html: string) => mailHtml(openedDocument(html)).replaceAll(/ style="[^"]*"/g, "");

test.each([
  ["<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>", "<ul><li>a</li><li>b<p>c</p></li></ul>"],
  ["<ul><li><p></p><ul><li>a</li></ul></li></ul>", "<ul><li><p></p><ul><li>a</li></ul></li></ul>"],
  ["<ul><li><h1>a</h1></li></ul>", "<ul><li></li></ul><h1>a</h1>"],
  [
    "<table><tr><td><p>a</p></td><td><h2>b</h2></td></tr></table>",
    "<table><tbody><tr><td>a</td><td><h2>b</h2></td></tr></tbody></table>",
  ],
  [
    "<table><tr><td><p></p><p>a</p></td></tr></table>",
    "<table><tbody><tr><td><p></p><p>a</p></td></tr></tbody></table>",
  ],
  [
    "<table><tr><th colspan=2 rowspan=3>a</th></tr></table>",
    '<table><tbody><tr><th colspan="2" rowspan="3">a</th></tr></tbody></table>',
  ],
  ["<table><tr><td colspan=1e9 rowspan=-1>a</td></tr></table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"],
  [
    '<ul data-type="taskList"><li data-type="taskItem" data-checked="true">☑ a</li><li data-type="taskItem">☐ ☐ b</li></ul>',
    '<ul data-type="taskList"><li data-type="taskItem" data-checked="true">☑ a</li><li data-type="taskItem" data-checked="false">☐ ☐ b</li></ul>',
  ],
  ["<p>a &nbsp;b</p><p>&nbsp;</p>", "<p>a &nbsp;b</p><p>&nbsp;</p>"],
  ["<pre><code>a\n  b</code></pre>", "<pre><code>a\n  b</code></pre>"],
  [
    '<p><img src="/api/uploads/5f0c2b1e-7a44-4a56-9c1d-0d6f4f1f2a3b" alt="a &quot;b&quot;" width="240" onerror="x()"></p>',
    '<p><img src="/api/uploads/5f0c2b1e-7a44-4a56-9c1d-0d6f4f1f2a3b" alt="a &quot;b&quot;" width="240"></p>',
  ],
  ['<p><img src="https://track.test/p.gif">a</p>', "<p>a</p>"],
  ['<p><a href="javascript:alert(1)">a</a><script>b</script></p>', "<p>a</p>"],
  ['<p><span style="color:#e12d2d">a</span><span style="color:#123456">b</span></p>', "<p><span>a</span>b</p>"],
])("%s leaves as %s", (html, expected) => {
  expect(bare(html)).toBe(expected);
  expect(bare(bare(html))).toBe(expected.replace("<span>a</span>", "a"));
});

test("what programs without style sheets need stands in the elements, and no colour but the palette's", () => {
  const html = mailHtml(
    openedDocument(
      '<h1>a</h1><h2>b</h2><h3>c</h3><blockquote><p>d</p></blockquote><pre><code>e</code></pre><table><tr><td>f</td></tr></table><p><span style="color:#138744">g</span></p>',
    ),
  );

  const page = new DOMParser().parseFromString(html, "text/html");
  const styleOf = (selector: string) => page.querySelector<HTMLElement>(selector)!.style;
  expect(["h1", "h2", "h3"].map((name) => styleOf(name).fontSize)).toEqual(["22px", "18px", "15px"]);
  expect(styleOf("blockquote").borderLeftWidth).toBe("2px");
  expect(styleOf("pre").whiteSpace).toBe("pre-wrap");
  expect(styleOf("td").borderTopStyle).toBe("solid");
  expect(html).not.toMatch(/background/);
  expect([...page.querySelectorAll<HTMLElement>("*")].map(({ style }) => style.color).filter(Boolean)).toEqual([
    "rgb(19, 135, 68)",
  ]);
});

test("every kind of block and of formatting can leave", () => {
  const kinds = [...Object.keys(replySchema.nodes), ...Object.keys(replySchema.marks)];

  expect(kinds.toSorted()).toEqual(
    [
      ..."blockquote bold bulletList code codeBlock doc hardBreak heading image italic link listItem orderedList paragraph".split(
        " ",
      ),
      ..."strike table tableCell tableHeader tableRow taskItem taskList text textColour underline".split(" "),
    ].toSorted(),
  );
});
